package jp.toritsugi.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that one owner said about passing the case on; of two words about one kind of recipient the later counts. The one
 * reading of it: who sees the case, where it may go and what is advised are all asked here.
 */
public record Consents(List<ConsentGiven> all) {
    public Consents {
        all = all == null ? List.of() : List.copyOf(all);
    }

    /** The owner's own word about this kind, yes or no, in force or not. */
    public Optional<ConsentGiven> about(RecipientKind kind) {
        return all.stream().filter(consent -> consent.recipient() == kind).reduce((earlier, later) -> later);
    }

    /**
     * The consent by which a case may go to this kind of recipient on that day. The centre's covers what is inside the
     * centre, unless the owner said something else about that; nothing covers the own adviser, for nothing is handed over.
     */
    public Optional<ConsentGiven> covering(RecipientKind kind, LocalDate day) {
        if (kind == RecipientKind.OWN_ADVISER) {
            return Optional.empty();
        }
        return wordFor(kind, day).filter(ConsentGiven::allowsPassingOn);
    }

    /** Whether the owner said no to this kind, at once or later; not having been asked is no refusal. */
    public boolean refuse(RecipientKind kind, LocalDate day) {
        return wordFor(kind, day).isPresent() && covering(kind, day).isEmpty();
    }

    /** The owner's own word about this kind outranks what was said about the one it is inside of. */
    private Optional<ConsentGiven> wordFor(RecipientKind kind, LocalDate day) {
        return about(kind).or(() -> Inside.of(kind)
                .filter(inside -> inside.holdsOn(day))
                .flatMap(inside -> about(inside.within())));
    }

    /** Whether the case may leave the institution at all: to any one kind there is a consent in force. */
    public boolean allowPassingOn() {
        return !inForce().isEmpty();
    }

    /** Kinds the owner agreed to and has not taken back. */
    public List<RecipientKind> inForce() {
        return all.stream()
                .map(ConsentGiven::recipient)
                .distinct()
                .filter(kind ->
                        about(kind).filter(ConsentGiven::allowsPassingOn).isPresent())
                .toList();
    }

    /** With a newer word in the place of the one about the same kind. */
    public Consents with(ConsentGiven newer) {
        List<ConsentGiven> others = new ArrayList<>(all);
        others.removeIf(consent -> consent.recipient() == newer.recipient());
        others.add(newer);
        return new Consents(others);
    }
}

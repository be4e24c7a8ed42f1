package jp.toritsugi.routing;

import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.routing.LeafFlips.OfChoice;
import jp.toritsugi.routing.LeafFlips.OfQuestion;

/**
 * Finds single changes that would give another result: first what stands in the way, then the answers that settle the
 * leaf, then facts. Every change is tried out on the case's bits before it is stated.
 */
final class NearestChanges {
    private static final int MOST = 3;

    private final CaseRouter router;
    private final LeafFlips flips;
    private final List<Tried> gates = new ArrayList<>();
    private final List<Tried> facts = new ArrayList<>();

    /** A change that applies to cases with one of {@code wants} set, or where {@code set} changes something. */
    private record Tried(Change change, long wants, long clear, long set) {}

    NearestChanges(CaseRouter router, Atoms atoms, LeafFlips flips) {
        this.router = router;
        this.flips = flips;
        for (Change.Cleared cleared : Change.Cleared.values()) {
            long bit = atoms.knownBit(cleared.circumstance());
            gates.add(new Tried(cleared, bit, bit, 0));
        }
        for (Atom atom : atoms.all()) {
            if (atom instanceof Atom.FactHolds holds) {
                long bit = atoms.bit(atom);
                long denied = atoms.knownBit(new Atom.FactDenied(holds.fact()));
                facts.add(new Tried(new Change.OfFact(holds.fact(), false), bit, bit, denied));
                facts.add(new Tried(new Change.OfFact(holds.fact(), true), 0, denied, bit));
            } else if (atom instanceof Atom.HandoverWithin within) {
                facts.add(handover(atoms, within.years()));
                facts.add(handover(atoms, within.years() + 1));
            }
        }
    }

    private static Tried handover(Atoms atoms, int years) {
        long clear = 0;
        long set = 0;
        for (Atom atom : atoms.all()) {
            if (atom instanceof Atom.HandoverWithin within) {
                clear |= atoms.bit(atom);
                set |= years <= within.years() ? atoms.bit(atom) : 0;
            }
        }
        return new Tried(new Change.Handover(years), set == 0 ? clear : 0, clear, set);
    }

    List<Explanation.Flip> find(RoutingCase one, long bits, int decided, int covered, boolean referral) {
        List<Explanation.Flip> found = new ArrayList<>(MOST);
        Search search = new Search(found, decided, covered, referral);
        tryAll(gates, bits, search);
        answers(one, bits, search);
        tryAll(facts, bits, search);
        return found;
    }

    /** @param covered kinds, as they are unless the change is about consent */
    private record Search(List<Explanation.Flip> found, int decided, int covered, boolean referral) {
        boolean over() {
            return found.size() == MOST;
        }
    }

    private void tryAll(List<Tried> changes, long bits, Search search) {
        for (int i = 0; i < changes.size() && !search.over(); i++) {
            Tried tried = changes.get(i);
            if (tried.wants() != 0 ? (bits & tried.wants()) != 0 : (bits & tried.set()) != tried.set()) {
                consider(tried.change(), bits & ~tried.clear() | tried.set(), search);
            }
        }
    }

    private void answers(RoutingCase one, long bits, Search search) {
        LeafFlips.OfLeaf leaf = flips.leaf(one.leaf());
        if (leaf == null) {
            return;
        }
        int answered = 0;
        int unfavourable = 0;
        for (int i = 0; i < leaf.questions().size(); i++) {
            OfQuestion question = leaf.questions().get(i);
            String given = one.answers().get(question.question());
            answered += question.isAnswer(given) ? 1 : 0;
            unfavourable += question.unfavourable().equals(given) ? 1 : 0;
        }
        for (int i = 0; i < leaf.questions().size() && !search.over(); i++) {
            OfQuestion question = leaf.questions().get(i);
            String given = one.answers().get(question.question());
            int otherAnswered = answered - (question.isAnswer(given) ? 1 : 0);
            int otherUnfavourable = unfavourable - (question.unfavourable().equals(given) ? 1 : 0);
            for (int c = 0; c < question.choices().size() && !search.over(); c++) {
                OfChoice choice = question.choices().get(c);
                if (!choice.answer().equals(given)) {
                    boolean action = otherUnfavourable > 0 || choice.answer().equals(question.unfavourable());
                    boolean complete = otherAnswered + 1 == leaf.questions().size();
                    LeafState state = action ? LeafState.ACTION : complete ? LeafState.CLEAR : LeafState.OPEN;
                    long changed = bits & ~question.clear() | choice.set();
                    consider(
                            choice.change(),
                            flips.withState(changed, leaf.fixed() == null ? state : leaf.fixed()),
                            search);
                }
            }
        }
    }

    private void consider(Change change, long bits, Search search) {
        int covered = change == Change.Cleared.CONSENT ? CaseRouter.ALL_KINDS : search.covered();
        int decided = router.decide(bits);
        if (decided != search.decided()) {
            search.found()
                    .add(new Explanation.Flip(change, router.code(decided), router.isReferral(decided, bits, covered)));
            return;
        }
        boolean referral = router.isReferral(decided, bits, covered);
        if (referral != search.referral()) {
            search.found().add(new Explanation.Flip(change, router.code(decided), referral));
        }
    }
}

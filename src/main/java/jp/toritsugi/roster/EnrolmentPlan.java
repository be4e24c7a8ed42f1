package jp.toritsugi.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.toritsugi.lines.Fault;

/**
 * Holds the lines of a file against the periods the register has: each line is one period. The same beginning at the same
 * place is the same period; a later beginning elsewhere ends the one before it, as a move does. A blank last day says
 * nothing, so that an old file sent again gives nobody back a reach that was taken.
 */
final class EnrolmentPlan {
    /** A period as it would be; {@code line} is where the file speaks of it, 0 where it does not. */
    static final class Period {
        final UUID id;
        final NewMember before;
        final String person;
        NewMember now;
        int line;

        private Period(UUID id, NewMember member, int line) {
            this.id = id;
            this.before = id == null ? null : member;
            this.person = member.userName();
            this.now = member;
            this.line = line;
        }

        boolean isNew() {
            return id == null;
        }

        boolean endChanged() {
            return before != null && !Objects.equals(before.validTo(), now.validTo());
        }

        boolean nameChanged() {
            return before != null && !before.displayName().equals(now.displayName());
        }

        private boolean overlaps(LocalDate from, LocalDate to) {
            return (to == null || !now.validFrom().isAfter(to))
                    && (now.validTo() == null || !now.validTo().isBefore(from));
        }

        private void endOn(LocalDate day) {
            now = with(now.displayName(), day);
        }

        private NewMember with(String displayName, LocalDate validTo) {
            return new NewMember(
                    now.userName(), displayName, now.institution(), now.branch(), now.role(), now.validFrom(), validTo);
        }
    }

    private final Map<String, List<Period>> periods = new LinkedHashMap<>();
    private final Remit remit;
    private final LocalDate today;
    private int unchanged;

    EnrolmentPlan(List<MemberView> register, Remit remit, LocalDate today) {
        this.remit = remit;
        this.today = today;
        register.stream().filter(view -> !view.state().equals("taken-back")).forEach(view -> of(
                        view.userName(), view.role())
                .add(new Period(
                        view.id(),
                        new NewMember(
                                view.userName(),
                                view.displayName(),
                                view.institution(),
                                view.branch(),
                                view.role(),
                                view.validFrom(),
                                view.validTo()),
                        0)));
    }

    int unchanged() {
        return unchanged;
    }

    /** Those that the file adds or changes. */
    List<Period> touched() {
        return periods.values().stream()
                .flatMap(List::stream)
                .filter(period -> period.isNew() || period.endChanged() || period.nameChanged())
                .toList();
    }

    /** What a line without a first day means by it: the period that runs at that place, or one from today. */
    NewMember dated(NewMember sent) {
        if (sent.validFrom() != null) {
            return sent;
        }
        LocalDate from = of(sent.userName(), sent.role()).stream()
                .filter(period -> period.now.institution().equals(sent.institution())
                        && Objects.equals(period.now.branch(), sent.branch())
                        && (period.now.validTo() == null
                                || !period.now.validTo().isBefore(today)))
                .map(period -> period.now.validFrom())
                .findFirst()
                .orElse(today);
        return new NewMember(
                sent.userName(),
                sent.displayName(),
                sent.institution(),
                sent.branch(),
                sent.role(),
                from,
                sent.validTo());
    }

    /** Whether the register says just this: then nobody has to be asked whether it may be said. */
    boolean knows(NewMember sent) {
        boolean known = of(sent.userName(), sent.role()).stream()
                .anyMatch(period -> period.line == 0 && saysTheSame(period.now, sent));
        unchanged += known ? 1 : 0;
        return known;
    }

    private static boolean saysTheSame(NewMember held, NewMember sent) {
        return held.displayName().equals(sent.displayName())
                && held.institution().equals(sent.institution())
                && Objects.equals(held.branch(), sent.branch())
                && held.validFrom().equals(sent.validFrom())
                && (sent.validTo() == null || sent.validTo().equals(held.validTo()));
    }

    /** Takes the line in, or says why not. */
    Optional<Fault> take(int line, NewMember sent) {
        List<Period> own = of(sent.userName(), sent.role());
        Period same = own.stream()
                .filter(period -> period.now.institution().equals(sent.institution())
                        && period.now.validFrom().equals(sent.validFrom()))
                .findFirst()
                .orElse(null);
        return same == null ? begin(line, sent, own) : change(line, sent, same, own);
    }

    private Optional<Fault> change(int line, NewMember sent, Period same, List<Period> own) {
        if (same.line > 0) {
            return fault(EnrolmentColumn.FROM, same.line + "行目と同じ期間です。一行にまとめてください。");
        }
        if (!Objects.equals(same.now.branch(), sent.branch())) {
            return fault(EnrolmentColumn.BRANCH, "支店が変わるときは、変わる日を開始日にした行を書いてください。");
        }
        LocalDate to = sent.validTo() == null ? same.now.validTo() : sent.validTo();
        boolean collides = own.stream().anyMatch(other -> other != same && other.overlaps(sent.validFrom(), to));
        if (collides) {
            return fault(EnrolmentColumn.TO, "この利用者の次の期間と重なります。");
        }
        same.now = same.with(sent.displayName(), to);
        same.line = line;
        unchanged += same.endChanged() || same.nameChanged() ? 0 : 1;
        return Optional.empty();
    }

    private Optional<Fault> begin(int line, NewMember sent, List<Period> own) {
        LocalDate from = sent.validFrom();
        Period running = own.stream()
                .filter(period -> period.now.validFrom().isBefore(from) && period.overlaps(from, sent.validTo()))
                .findFirst()
                .orElse(null);
        boolean collides = own.stream().anyMatch(other -> other != running && other.overlaps(from, sent.validTo()));
        boolean endIsWritten = running != null && running.line > 0 && running.now.validTo() != null;
        if (collides || endIsWritten) {
            return fault(EnrolmentColumn.FROM, "この利用者の、同じ役割の別の期間と重なります。");
        }
        if (running != null) {
            if (!remit.covers(running.now.institution(), sent.role(), sent.userName())) {
                return fault(EnrolmentColumn.USER_NAME, "この利用者は別の機関に登録されています。システム管理に異動を依頼してください。");
            }
            running.endOn(from.minusDays(1));
            running.line = running.line == 0 ? line : running.line;
        }
        own.add(new Period(null, sent, line));
        return Optional.empty();
    }

    /** Numbers of the person's periods in that role that the viewer's register shows. */
    List<UUID> known(NewMember sent) {
        return of(sent.userName(), sent.role()).stream()
                .map(period -> period.id)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Optional<Fault> fault(EnrolmentColumn column, String reason) {
        return Optional.of(new Fault(column.label(), reason));
    }

    private List<Period> of(String userName, String role) {
        return periods.computeIfAbsent(role + " " + userName, key -> new ArrayList<>());
    }
}

package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.Wareki;
import jp.toritsugi.organisation.UserName;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.problem.Violation;

/** Writes who works where. What it says decides reach from the next request on. */
@ApplicationScoped
class MemberKeeper {
    private static final int LONGEST_ADDRESS = 254;
    private static final List<String> TAKEN_MEANWHILE =
            List.of("member_one_place_at_a_time", "user_name_of_one_network", "member_of_one_institution");
    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^@,;<>\"()\\[\\]:\\\\]]+@[A-Za-z0-9.-]+");

    private final EntityManager entities;
    private final UserNames names;
    private final Placement placement;
    private final RegisterTrail trail;
    private final Clock clock;

    MemberKeeper(EntityManager entities, UserNames names, Placement placement, RegisterTrail trail, Clock clock) {
        this.entities = entities;
        this.names = names;
        this.placement = placement;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @throws PeriodUnfit when the person has that role somewhere on one of those days, or is another network's
     * @throws UserNameUnclaimed when the name is new and somebody else has to take it in first
     */
    @Transactional
    UUID add(NewMember sent, Viewer viewer) {
        if (sent == null) {
            throw new InvalidInput("", "担当者の内容（JSON）を送ってください。");
        }
        NewMember whole = whole(sent);
        check(whole, List.of(), viewer);
        return insert(whole, viewer);
    }

    /** 異動: ends the one period and begins another on the next day; the old reach is gone with it. */
    @Transactional
    UUID move(UUID id, Move sent, Viewer viewer) {
        Move move = checkMove(id, sent, viewer);
        Member old = find(id, viewer);
        NewMember moved = NewMember.moved(old, move);
        end(old, move.from().minusDays(1));
        Member fresh = Member.of(viewer.network(), moved);
        fresh.email = old.email;
        fresh.mailRhythm = old.mailRhythm;
        return insert(fresh);
    }

    /** As {@link #move}, but nothing is written. */
    @Transactional
    Move checkMove(UUID id, Move sent, Viewer viewer) {
        Member old = find(id, viewer);
        new Remit(viewer).require(old.institution, old.role, old.userName);
        Move move = sent == null ? new Move(null, null, null, null) : sent;
        LocalDate from = move.from() == null ? LocalDate.now(clock) : move.from();
        if (old.wasTakenBack() || old.validTo != null && old.validTo.isBefore(from.minusDays(1))) {
            throw new PeriodUnfit("from", "この期間は、異動の日より前に終わっています。新しい期間を登録してください。");
        }
        if (from.isBefore(old.validFrom)) {
            throw new PeriodUnfit("from", "異動の日は、今の期間の開始日（" + Wareki.date(old.validFrom) + "）以後にしてください。");
        }
        Move dated = new Move(move.institution(), move.branch(), move.role(), from);
        NewMember moved = NewMember.moved(old, dated);
        if (moved.institution().equals(old.institution)
                && moved.role().equals(old.role)
                && Objects.equals(moved.branch(), old.branch)) {
            throw new InvalidInput("institution", "今と同じ所属・支店・役割です。変わるものを選んでください。");
        }
        check(moved, List.of(old.id), viewer);
        return dated;
    }

    /** @param on last day; the reach is gone on the day after */
    @Transactional
    void end(UUID id, LocalDate on, Viewer viewer) {
        Member member = checkEnd(id, on, viewer);
        end(member, on == null ? LocalDate.now(clock) : on);
    }

    /** As {@link #end}, but nothing is written. */
    @Transactional
    Member checkEnd(UUID id, LocalDate on, Viewer viewer) {
        Member member = find(id, viewer);
        new Remit(viewer).require(member.institution, member.role, member.userName);
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        member.refuseToEndOn(day);
        if ((member.validTo == null || day.isAfter(member.validTo)) && isTaken(member, day)) {
            throw new PeriodUnfit("on", "その日までに、この担当者の次の期間が始まっています。");
        }
        return member;
    }

    /** Another name for the same person, in this period. */
    @Transactional
    void rename(UUID id, String displayName, Viewer viewer) {
        Member member = find(id, viewer);
        new Remit(viewer).require(member.institution, member.role, member.userName);
        if (displayName == null || displayName.isBlank() || displayName.length() > 100) {
            throw new InvalidInput("displayName", "氏名を100文字以内で書いてください。");
        }
        member.displayName = displayName.strip();
        entities.flush();
        trail.renamed(member);
    }

    /** @param email null or empty = none any more */
    @Transactional
    void setMail(UUID id, String email, Viewer viewer) {
        Member member = find(id, viewer);
        new Remit(viewer).require(member.institution, member.role, member.userName);
        String address = stripped(email);
        if (address != null
                && (address.length() > LONGEST_ADDRESS
                        || !ADDRESS.matcher(address).matches())) {
            throw new InvalidInput("email", "メールアドレスの書き方が正しくありません（例 tanto@example.jp）。");
        }
        member.email = address;
        entities.flush();
        trail.mailChanged(member);
    }

    /** Without asking again whether it may be: the caller has. */
    UUID insert(NewMember checked, Viewer viewer) {
        return insert(Member.of(viewer.network(), checked));
    }

    private UUID insert(Member member) {
        entities.persist(member);
        flush();
        trail.began(member);
        return member.id;
    }

    void end(Member member, LocalDate day) {
        LocalDate before = member.validTo;
        member.endOn(day);
        flush();
        trail.ended(member, before);
    }

    /** Everything wrong with it at once, or else what is beyond the viewer, or else days on which it is taken. */
    private void check(NewMember member, List<UUID> besides, Viewer viewer) {
        List<Violation> faults = placement.check(member, viewer.network());
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        new Remit(viewer).require(member.institution(), member.role(), member.userName());
        if (isTaken(member, besides)) {
            throw taken();
        }
        if (names.isOutOfHand(member.userName())) {
            throw new UserNameUnclaimed();
        }
    }

    /** In the same words wherever it is taken: in the network, at which institution or in another network is not told. */
    private static PeriodUnfit taken() {
        return new PeriodUnfit("validFrom", "この利用者は、その期間に同じ役割で登録されています。異動なら、今の期間から「異動」をしてください。");
    }

    boolean isTaken(NewMember member, List<UUID> besides) {
        return (Boolean) entities.createNativeQuery(
                        "select member_is_taken(:who, :role, :from, cast(:to as date), cast(:besides as uuid[]))",
                        Boolean.class)
                .setParameter("who", member.userName())
                .setParameter("role", member.role())
                .setParameter("from", member.validFrom())
                .setParameter(
                        "to", member.validTo() == null ? null : member.validTo().toString())
                .setParameter(
                        "besides",
                        "{"
                                + String.join(
                                        ",",
                                        besides.stream().map(UUID::toString).toList()) + "}")
                .getSingleResult();
    }

    private boolean isTaken(Member member, LocalDate until) {
        return isTaken(
                new NewMember(member.userName, null, null, null, member.role, member.validFrom, until),
                List.of(member.id));
    }

    /** @throws NotFound out of the viewer's remit */
    Member find(UUID id, Viewer viewer) {
        Member member = entities.find(Member.class, id);
        if (member == null
                || !member.network.equals(viewer.network())
                || !new Remit(viewer).reads(member.institution)) {
            throw new NotFound("この担当者");
        }
        return member;
    }

    /** Two who write the same person at once: the database says no to the second. */
    private void flush() {
        try {
            entities.flush();
        } catch (PersistenceException e) {
            if (TAKEN_MEANWHILE.stream().anyMatch(e.toString()::contains)) {
                throw new PeriodUnfit("validFrom", "この利用者は、その期間に同じ役割で登録されています。読み込み直して確かめてください。");
            }
            throw e;
        }
    }

    private NewMember whole(NewMember sent) {
        return new NewMember(
                stripped(UserName.plain(sent.userName())),
                stripped(sent.displayName()),
                stripped(sent.institution()),
                stripped(sent.branch()),
                stripped(sent.role()),
                sent.validFrom() == null ? LocalDate.now(clock) : sent.validFrom(),
                sent.validTo());
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

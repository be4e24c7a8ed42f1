package jp.toritsugi.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.pool.OnceMore;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.referral.CaseEntry.MeantFor;

/** The moves of a referral and what is noted about it, one transaction each. */
@ApplicationScoped
public class ReferralDesk {
    private static final int LONGEST_NOTE = 2000;

    private final CaseFiles files;
    private final Referrals referrals;
    private final Timeline timeline;
    private final CaseClock clock;

    ReferralDesk(CaseFiles files, Referrals referrals, Timeline timeline, CaseClock clock) {
        this.files = files;
        this.referrals = referrals;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * What is said with a move.
     *
     * @param version of the referral as it was read, or null
     * @param reason code of a {@link Reason} of that move
     * @param outcome code of an {@link Outcome}
     * @param note in words, for the secretariat and the desk
     */
    public record Said(Integer version, String reason, String outcome, String note) {
        public static final Said NOTHING = new Said(null, null, null, null);

        Said with(Integer otherVersion) {
            return new Said(otherVersion, reason, outcome, note);
        }
    }

    /**
     * @throws NotFound out of the viewer's reach, or for a move that is none or not theirs
     * @throws StaleCase when it moved since it was read
     * @throws IllegalMove where its state does not allow it
     * @throws HeldByAnother while a colleague's lease runs
     * @throws InvalidInput for what must be said and was not
     */
    @OnceMore
    @Transactional
    public void move(ReferralId id, String code, Said said, Viewer viewer) {
        Move move = Move.find(code).orElseThrow(() -> new NotFound("この操作"));
        Referral referral = referrals.locked(id, viewer);
        if (!referral.mayMake(move, viewer)) {
            throw new NotFound("この操作");
        }
        if (said.version() != null && said.version() != referral.version) {
            throw new StaleCase();
        }
        Instant now = clock.now();
        String before = referral.state;
        if (move.isLegalFrom(referral.state())) {
            explain(referral, move, said);
        }
        LocalDate heldSince = referral.onHoldSince;
        referral.move(move, viewer, now, clock.deskLease());
        if (move == Move.HOLD) {
            referral.onHoldSince = clock.today();
        } else if (heldSince != null && referral.state() != ReferralState.ON_HOLD) {
            referral.contactBy = clock.moved(referral.contactBy, heldSince);
            referral.onHoldSince = null;
        }
        boolean onlyHands = move == Move.TAKE || move == Move.HAND_BACK;
        timeline.write(
                new CaseEntry(
                                referral.diagnosis,
                                referral.id,
                                move.code(),
                                onlyHands ? MeantFor.DESK : MeantFor.ALL,
                                viewer,
                                now)
                        .states(before, referral.state)
                        .because(move.asksReason() ? referral.reason : null, null)
                        .cameTo(move.asksOutcome() ? referral.outcome : null),
                referral);
        note(referral, said.note(), viewer, now);
        if (!referral.state().isOpen()) {
            files.follow(referral.diagnosis, clock.lookAgain());
        }
    }

    private static void explain(Referral referral, Move move, Said said) {
        if (move.asksReason()) {
            Reason reason =
                    Reason.find(said.reason(), move).orElseThrow(() -> new InvalidInput("reason", "理由を一覧から選んでください。"));
            if (reason == Reason.OTHER && (said.note() == null || said.note().isBlank())) {
                throw new InvalidInput("note", "「その他」のときは、メモに理由を書いてください。");
            }
            referral.reason = reason.code();
        }
        if (move.asksOutcome()) {
            referral.outcome = Outcome.find(said.outcome() == null ? "" : said.outcome())
                    .orElseThrow(() -> new InvalidInput("outcome", "結果を一覧から選んでください。"))
                    .code();
        }
    }

    private void note(Referral referral, String text, Viewer viewer, Instant now) {
        if (text == null || text.isBlank()) {
            return;
        }
        timeline.write(
                new CaseEntry(
                                referral.diagnosis,
                                referral.id,
                                Noted.NOTE.code(),
                                viewer.standsFor(referral.to) ? MeantFor.DESK : MeantFor.ALL,
                                viewer,
                                now)
                        .because(null, checked(text)),
                referral);
    }

    /**
     * One entry in a referral's log.
     *
     * @param kind code of {@link Noted}
     * @param on day it happened; null = today
     * @param note in words
     * @param toHouse whether the diagnosing institution reads the words too; that it happened it is told anyway
     * @param version of the referral as it was read, or null
     */
    public record Entry(String kind, LocalDate on, String note, boolean toHouse, Integer version) {
        public Entry(String kind, LocalDate on, String note, boolean toHouse) {
            this(kind, on, note, toHouse, null);
        }
    }

    /**
     * Writes a contact, a visit, a plan made or a plain note down. The first contact starts an accepted referral.
     *
     * @throws NotFound out of the viewer's reach, or for anything but a note by somebody who is not at that desk
     * @throws IllegalMove for one that has ended or is not accepted yet
     */
    @OnceMore
    @Transactional
    public void note(ReferralId id, Entry entry, Viewer viewer) {
        Noted noted = Noted.find(entry.kind() == null ? "" : entry.kind())
                .orElseThrow(() -> new InvalidInput("kind", "記録の種類（連絡・訪問・計画・メモ）を選んでください。"));
        Referral referral = referrals.locked(id, viewer);
        if (entry.version() != null && entry.version() != referral.version) {
            throw new StaleCase();
        }
        boolean house = !referral.mayMake(Move.START, viewer);
        if (house && noted != Noted.NOTE) {
            // Reads along, and may send the desk a word; what the desk does, the desk writes down.
            throw new NotFound("この操作");
        }
        if (!referral.state().isOpen() || noted != Noted.NOTE && referral.state() == ReferralState.REQUESTED) {
            throw new IllegalMove(noted.label() + "の記録", referral.state().label());
        }
        LocalDate day = entry.on() == null ? clock.today() : entry.on();
        if (day.isAfter(clock.today())) {
            throw new InvalidInput("on", "未来の日付は記録できません。");
        }
        String words =
                noted == Noted.NOTE && (entry.note() == null || entry.note().isBlank())
                        ? refuseEmpty()
                        : checked(entry.note() == null ? "" : entry.note());
        Instant now = clock.now();
        String before = referral.state;
        if (!house) {
            referral.noted(noted, viewer, now, clock.deskLease());
        }
        boolean wordsToHouse = house || entry.toHouse() || noted == Noted.NOTE;
        MeantFor milestone = noted == Noted.NOTE && !entry.toHouse() && !house ? MeantFor.DESK : MeantFor.ALL;
        timeline.write(
                new CaseEntry(referral.diagnosis, referral.id, noted.code(), milestone, viewer, now)
                        .states(before, referral.state)
                        .on(day)
                        .because(null, wordsToHouse ? words : null),
                referral);
        if (!wordsToHouse && !words.isBlank()) {
            timeline.write(
                    new CaseEntry(referral.diagnosis, referral.id, Noted.NOTE.code(), MeantFor.DESK, viewer, now)
                            .on(day)
                            .because(null, words),
                    referral);
        }
    }

    private static String refuseEmpty() {
        throw new InvalidInput("note", "メモを入力してください。");
    }

    private static String checked(String text) {
        if (text.length() > LONGEST_NOTE) {
            throw new InvalidInput("note", LONGEST_NOTE + "文字以内で入力してください。");
        }
        return text;
    }
}

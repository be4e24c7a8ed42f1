package jp.toritsugi.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.pool.OnceMore;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.referral.CaseEntry.MeantFor;

/** The moves of a case, one transaction each: the secretariat's, and what the diagnosing institution asks and answers. */
@ApplicationScoped
public class CaseDesk {
    private static final int LONGEST_NOTE = 2000;

    private final CaseOpener opener;
    private final CaseFiles files;
    private final HandOver handOver;
    private final Timeline timeline;
    private final CaseClock clock;

    CaseDesk(CaseOpener opener, CaseFiles files, HandOver handOver, Timeline timeline, CaseClock clock) {
        this.opener = opener;
        this.files = files;
        this.handOver = handOver;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * What is said with a move. Each move takes what it needs of it.
     *
     * @param version of the case as it was read, or null
     * @param desks to which it is handed over, the first in place of what the rules proposed
     * @param reason why, in words: of an override, of not referring, of asking back
     * @param reviewOn day to look at it again
     * @param outcome code of an {@link Outcome}
     */
    public record Said(Integer version, List<String> desks, String reason, LocalDate reviewOn, String outcome) {
        public static final Said NOTHING = new Said(null, null, null, null, null);

        Said with(Integer otherVersion) {
            return new Said(otherVersion, desks, reason, reviewOn, outcome);
        }
    }

    /**
     * @throws NotFound out of the viewer's reach, or for a move that is none
     * @throws StaleCase when the case moved since it was read
     * @throws IllegalMove where its state does not allow it
     * @throws HeldByAnother while somebody else's lease runs
     * @throws InvalidInput for what must be said and was not
     */
    @OnceMore
    @Transactional
    public void move(DiagnosisId id, String code, Said said, Viewer viewer) {
        CaseMove move = CaseMove.find(code).orElseThrow(() -> new NotFound("この操作"));
        // A sheet of long ago has no case until somebody asks for one.
        boolean fresh = move == CaseMove.REQUEST && opener.open(id, viewer);
        if (move == CaseMove.HAND_OVER) {
            // What is handed over is read from the sheet: held before the case, as whoever takes a consent back holds
            // it.
            files.hold(id.value(), true);
        }
        CaseFile file = files.locked(id, viewer);
        if (said.version() != null && said.version() != file.version) {
            throw new StaleCase();
        }
        refuse(file, move, fresh, viewer);
        Instant now = clock.now();
        String before = file.state;
        switch (move) {
            case TAKE -> file.take(viewer, now, clock.reviewLease());
            case RELEASE -> file.release();
            case HAND_OVER -> {
                handOver.to(file, said, viewer);
                return;
            }
            case ASK -> file.become(CaseState.MISSING, now, clock.lookAgain());
            case REPLY, REQUEST -> file.become(CaseState.REVIEW, now, clock.handOver(file.ruleSet, file.urgency));
            case KEEP -> file.become(CaseState.OWN, now, CaseClock.Due.NEVER);
            case WATCH_ON -> {
                file.reviewOn = later(said.reviewOn());
                file.become(CaseState.WATCH, now, clock.until(file.reviewOn));
            }
            case CLOSE -> {
                file.outcome = outcome(said);
                file.become(CaseState.CLOSED, now, CaseClock.Due.NEVER);
            }
        }
        boolean silent = move == CaseMove.TAKE || move == CaseMove.RELEASE;
        timeline.write(
                new CaseEntry(file.diagnosis, null, move.code(), silent ? MeantFor.OFFICE : MeantFor.HOUSE, viewer, now)
                        .states(before, file.state)
                        .because(null, silent ? null : reason(said, move))
                        .cameTo(move == CaseMove.CLOSE ? file.outcome : null),
                file);
    }

    /**
     * Opens the case of a sheet that has none, as an imported one of long ago.
     *
     * @return false where there is one already, or no rules were made for its questionnaire
     * @throws NotFound out of the viewer's reach
     */
    @Transactional
    public boolean open(DiagnosisId id, Viewer viewer) {
        return opener.open(id, viewer);
    }

    /** @param fresh it opened with this very move, and may stand already where the move leads */
    private void refuse(CaseFile file, CaseMove move, boolean fresh, Viewer viewer) {
        boolean secretariat = viewer.role().equals(Roles.COORDINATOR);
        if (!move.isFor(secretariat, viewer.standsFor(file.institution))) {
            throw new NotFound("この操作");
        }
        if (!move.isLegalFrom(file.state()) && !(fresh && file.state() == CaseState.REVIEW)) {
            throw new IllegalMove(move.label(), file.state().label());
        }
        if (!file.shared && (move == CaseMove.HAND_OVER || move == CaseMove.REQUEST)) {
            throw new ConsentMissing();
        }
        if (secretariat && file.isHeldByOther(viewer, clock.now())) {
            throw new HeldByAnother(file.holderName);
        }
    }

    private LocalDate later(LocalDate day) {
        if (day == null) {
            throw new InvalidInput("reviewOn", "次に確認する日を入力してください。");
        }
        if (!day.isAfter(clock.today())) {
            throw new InvalidInput("reviewOn", "次に確認する日は、明日以降にしてください。");
        }
        return day;
    }

    private static String outcome(Said said) {
        return Outcome.find(said.outcome() == null ? "" : said.outcome())
                .orElseThrow(() -> new InvalidInput("outcome", "結果を選んでください。"))
                .code();
    }

    private static String reason(Said said, CaseMove move) {
        String reason = said.reason() == null ? "" : said.reason().strip();
        if (reason.length() > LONGEST_NOTE) {
            throw new InvalidInput("reason", LONGEST_NOTE + "文字以内で入力してください。");
        }
        if (reason.isEmpty() && move != CaseMove.CLOSE && move != CaseMove.REPLY) {
            throw new InvalidInput("reason", move == CaseMove.ASK ? "確認したいことを入力してください。" : "理由を入力してください。");
        }
        return reason;
    }
}

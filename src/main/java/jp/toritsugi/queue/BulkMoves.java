package jp.toritsugi.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.referral.CaseDesk;
import jp.toritsugi.referral.CaseMove;

/** Several cases moved at once: each in a transaction of its own, wholly or not at all, and each told. */
@ApplicationScoped
class BulkMoves {
    private static final int MOST = 200;
    private static final List<CaseMove> MOVES = List.of(CaseMove.TAKE, CaseMove.RELEASE, CaseMove.HAND_OVER);

    private final CaseDesk desk;
    private final QueueReader reader;
    private final DeskChoices choices;

    BulkMoves(CaseDesk desk, QueueReader reader, DeskChoices choices) {
        this.desk = desk;
        this.reader = reader;
        this.choices = choices;
    }

    /** @param said why not, or where it went */
    record One(UUID diagnosis, String firm, boolean done, String said) {}

    record Result(String move, List<One> all) {
        public long done() {
            return all.stream().filter(One::done).count();
        }

        public long undone() {
            return all.size() - done();
        }
    }

    /**
     * @param chosen each the case's number and, behind a colon, its version as it was shown
     * @throws InvalidInput when nothing or too much is chosen, or the move is none for many
     */
    Result move(String code, List<String> chosen, Viewer viewer) {
        CaseMove move = CaseMove.find(code)
                .filter(MOVES::contains)
                .orElseThrow(() -> new InvalidInput("move", "まとめてできる操作を選んでください。"));
        if (chosen == null || chosen.isEmpty() || chosen.size() > MOST) {
            throw new InvalidInput("chosen", "案件を選んでください（一度に" + MOST + "件まで）。");
        }
        List<One> all = new ArrayList<>();
        for (String one : chosen.stream().distinct().toList()) {
            all.add(one(move, one, viewer));
        }
        return new Result(move.label(), all);
    }

    private One one(CaseMove move, String chosen, Viewer viewer) {
        String[] parts = chosen.split(":", 2);
        DiagnosisId id = DiagnosisId.fromString(parts[0]);
        Integer version = parts.length > 1 && parts[1].matches("[0-9]{1,9}") ? Integer.valueOf(parts[1]) : null;
        List<QueueLine> found = reader.lines(List.of(id.value()), viewer);
        if (found.isEmpty()) {
            return new One(id.value(), null, false, "見えなくなった案件です（同意の撤回など）。");
        }
        QueueLine line = found.get(0);
        try {
            String where = "";
            CaseDesk.Said said = new CaseDesk.Said(version, null, null, null, null);
            if (move == CaseMove.HAND_OVER) {
                DeskChoices.Choice first = choices.first(line, viewer);
                said = new CaseDesk.Said(version, List.of(first.id().toString()), null, null, null);
                where = first.name() + "へ取次しました。";
            }
            desk.move(id, move.code(), said, viewer);
            return new One(
                    id.value(), line.enterpriseName(), true, where.isEmpty() ? QueueMessages.of(move.code()) : where);
        } catch (Refusal refused) {
            return new One(id.value(), line.enterpriseName(), false, refused.getMessage());
        }
    }
}

package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.diagnosis.BulkRecorder.Hand;
import jp.toritsugi.diagnosis.BulkRecorder.Looked;
import jp.toritsugi.diagnosis.BulkRecorder.Outcome;
import jp.toritsugi.samefirm.TraceBook;
import jp.toritsugi.samefirm.TraceBook.Traces;
import jp.toritsugi.sheet.UnderstoodSheet;

/**
 * Sheets leave traces of their firm as they are written, and whoever reads one is told that the firm may have been
 * diagnosed elsewhere. Each time that is told, the trail has it.
 */
@ApplicationScoped
class FirmTracing {
    private final TraceBook traces;
    private final Trail trail;

    FirmTracing(TraceBook traces, Trail trail) {
        this.traces = traces;
        this.trail = trail;
    }

    void recorded(Diagnosis diagnosis, UnderstoodSheet sheet) {
        traces.write(List.of(of(diagnosis.id, diagnosis.network, sheet)));
    }

    void corrected(Diagnosis diagnosis, UnderstoodSheet sheet) {
        traces.rewrite(of(diagnosis.id, diagnosis.network, sheet));
    }

    void withdrawn(Diagnosis diagnosis) {
        traces.forget(diagnosis.id);
    }

    void recorded(List<SheetRows> rows) {
        traces.write(rows.stream().map(SheetRows::traces).toList());
    }

    /** The sheet with the hint, where there is reason for one. */
    DiagnosisView told(Diagnosis diagnosis, DiagnosisView view) {
        if (diagnosis.isWithdrawn()
                || traces.seenElsewhere(List.of(diagnosis.id)).isEmpty()) {
            return view;
        }
        trail.write(diagnosis.event(Action.DUPLICATE_HINTED));
        return view.withPossibleDuplicate();
    }

    /** The sheets just recorded, each with the hint where there is reason for one; one entry in the trail for all. */
    List<Looked> told(List<Looked> looked, Hand hand) {
        List<UUID> written = looked.stream()
                .filter(one -> one.outcome() == Outcome.NEW)
                .map(one -> one.item().id().value())
                .toList();
        Set<UUID> seen = written.isEmpty() ? Set.of() : traces.seenElsewhere(written);
        if (seen.isEmpty()) {
            return looked;
        }
        trail.write(TrailEvent.of(Action.DUPLICATE_HINTED, "diagnosis", null, hand.institution())
                .with("ids", new ArrayList<>(seen)));
        return looked.stream()
                .map(one -> seen.contains(one.item().id().value()) ? one.withSeenElsewhere() : one)
                .toList();
    }

    Traces of(UUID id, String network, UnderstoodSheet sheet) {
        return traces.of(
                id, network, sheet.content().enterprise(), sheet.content().representative());
    }
}

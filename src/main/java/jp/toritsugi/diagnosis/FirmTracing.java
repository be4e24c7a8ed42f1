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
import jp.toritsugi.samefirm.TraceBook;
import jp.toritsugi.samefirm.TraceBook.Traces;
import jp.toritsugi.sheet.UnderstoodSheet;

/**
 * Sheets leave traces of their firm as they are written. Once, as it is recorded, it may be said of one that the firm was
 * perhaps diagnosed elsewhere; the trail has it, and it stays with the sheet. No correction and no reading asks anew.
 */
@ApplicationScoped
class FirmTracing {
    private final TraceBook traces;
    private final Trail trail;

    FirmTracing(TraceBook traces, Trail trail) {
        this.traces = traces;
        this.trail = trail;
    }

    /** @return whether there is something to tell */
    boolean recorded(Diagnosis diagnosis, UnderstoodSheet sheet) {
        boolean told = !traces.writeAndAsk(List.of(of(diagnosis.id, diagnosis.network, sheet)))
                .isEmpty();
        if (told) {
            trail.write(diagnosis.event(Action.DUPLICATE_HINTED).with("count", 1));
        }
        return told;
    }

    void corrected(Diagnosis diagnosis, UnderstoodSheet sheet) {
        traces.rewrite(of(diagnosis.id, diagnosis.network, sheet));
    }

    void withdrawn(Diagnosis diagnosis) {
        traces.forget(diagnosis.id);
    }

    /** @return of which of them there is something to tell; one entry in the trail for all */
    Set<UUID> recorded(List<SheetRows> rows, boolean telling, Hand hand) {
        List<Traces> left = rows.stream().map(SheetRows::traces).toList();
        if (!telling) {
            traces.write(left);
            return Set.of();
        }
        Set<UUID> told = traces.writeAndAsk(left);
        if (!told.isEmpty()) {
            trail.write(TrailEvent.of(Action.DUPLICATE_HINTED, "diagnosis", null, hand.institution())
                    .with("count", told.size())
                    .with("ids", new ArrayList<>(told)));
        }
        return told;
    }

    /** The sheet with what was said when it was recorded. */
    DiagnosisView told(Diagnosis diagnosis, DiagnosisView view) {
        return diagnosis.isWithdrawn() || traces.wasTold(List.of(diagnosis.id)).isEmpty()
                ? view
                : view.withPossibleDuplicate();
    }

    Traces of(UUID id, String network, UnderstoodSheet sheet) {
        return traces.of(
                id, network, sheet.content().enterprise(), sheet.content().representative());
    }
}

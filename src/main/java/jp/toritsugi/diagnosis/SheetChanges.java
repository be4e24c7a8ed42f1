package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.consent.Consents;
import jp.toritsugi.consent.RecipientKind;

/** What follows when a sheet's consents may have changed: the trail, whoever listens, and at last who may see it. */
@ApplicationScoped
class SheetChanges {
    private final DiagnosisRepository diagnoses;
    private final Event<SheetChanged> listeners;
    private final Trail trail;

    SheetChanges(DiagnosisRepository diagnoses, Event<SheetChanged> listeners, Trail trail) {
        this.diagnoses = diagnoses;
        this.listeners = listeners;
        this.trail = trail;
    }

    /** After the changed sheet is written. */
    void tell(Diagnosis diagnosis, Consents before, Consents after, String otherwise) {
        List<RecipientKind> gone = missing(before.inForce(), after.inForce());
        List<RecipientKind> come = missing(after.inForce(), before.inForce());
        if (!come.isEmpty()) {
            trail.write(diagnosis.event(Action.CONSENT_GIVEN).with("recipients", codes(come)));
        }
        if (!gone.isEmpty()) {
            trail.write(diagnosis.event(Action.CONSENT_WITHDRAWN).with("recipients", codes(gone)));
        }
        listeners.fire(new SheetChanged(
                diagnosis.diagnosisId(),
                diagnosis.institution,
                diagnosis.isWithdrawn(),
                after,
                gone.isEmpty() ? otherwise : "同意の撤回"));
        // Last of all: from here on the secretariat may no longer see the sheet it has just changed.
        if (diagnosis.shared && !after.allowPassingOn()) {
            diagnoses.closeToOthers(diagnosis);
        }
    }

    private static List<RecipientKind> missing(List<RecipientKind> some, List<RecipientKind> others) {
        return some.stream().filter(kind -> !others.contains(kind)).toList();
    }

    private static List<String> codes(List<RecipientKind> kinds) {
        return kinds.stream().map(RecipientKind::code).toList();
    }
}

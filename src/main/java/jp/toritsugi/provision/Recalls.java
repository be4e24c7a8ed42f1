package jp.toritsugi.provision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.diagnosis.SheetChanged;

/** Takes back what was provided as soon as it no longer stands, within the transaction that took the consent back. */
@ApplicationScoped
class Recalls {
    private final ProvisionRepository provisions;
    private final LegalBasis basis;
    private final Trail trail;
    private final Clock clock;

    Recalls(ProvisionRepository provisions, LegalBasis basis, Trail trail, Clock clock) {
        this.provisions = provisions;
        this.basis = basis;
        this.trail = trail;
        this.clock = clock;
    }

    void changed(@Observes SheetChanged change) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (Provision provision : provisions.open(change.id().value())) {
            boolean stands = !change.withdrawn()
                    && basis.stillHolds(
                            Basis.of(provision.basis), change.consents(), provision.kind(), LocalDate.now(clock));
            if (!stands) {
                provision.recall(now, change.because());
                trail.write(provision.event(Action.RECALLED).with("receiver", provision.to));
            }
        }
        provisions.flush();
    }
}

package jp.toritsugi.provision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.Consents;
import jp.toritsugi.consent.RecipientKind;

/** Whether a case may go to somebody, and by what right. Asked before each provision, and again whenever consents change. */
@ApplicationScoped
class LegalBasis {
    private final ProvisionSettings settings;

    LegalBasis(ProvisionSettings settings) {
        this.settings = settings;
    }

    /** @param consent the owner's word it rests on; null where it rests on joint use and the owner was not asked */
    record Ground(Basis basis, ConsentGiven consent) {}

    /**
     * @param receiver network and code, {@code 02/succession-center}
     * @throws NotCovered where there is no ground
     */
    Ground of(Consents consents, RecipientKind kind, String receiver, LocalDate day) {
        if (kind == RecipientKind.OWN_ADVISER) {
            throw NotCovered.byOwnAdviser();
        }
        ConsentGiven consent = consents.covering(kind, day).orElse(null);
        if (settings.basis() == ProvisionSettings.LawfulBasis.CONSENT) {
            if (consent == null) {
                throw NotCovered.byNoConsent(kind.label());
            }
            return new Ground(Basis.CONSENT, consent);
        }
        if (!settings.jointUsers().orElse(List.of()).contains(receiver)) {
            throw NotCovered.byNotJointUser();
        }
        if (consents.refuse(kind, day)) {
            throw NotCovered.byRefusal(kind.label());
        }
        return new Ground(Basis.JOINT_USE, consent);
    }

    /** Whether what was provided on that basis may stay where it is. */
    boolean stillHolds(Basis basis, Consents consents, RecipientKind kind, LocalDate day) {
        return switch (basis) {
            case CONSENT -> consents.covering(kind, day).isPresent();
            case JOINT_USE -> !consents.refuse(kind, day);
        };
    }

    /** For offering only what will be accepted. */
    boolean allows(Consents consents, RecipientKind kind, String receiver, LocalDate day) {
        try {
            of(consents, kind, receiver, day);
            return true;
        } catch (NotCovered no) {
            return false;
        }
    }
}

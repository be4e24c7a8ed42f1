package jp.toritsugi.provision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.ConsentWordings;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.diagnosis.OpenSheets;
import jp.toritsugi.directory.ReceivingKinds;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.pool.OnceMore;
import jp.toritsugi.problem.InvalidInput;
import org.hibernate.exception.ConstraintViolationException;

/** Gives a case to another body, and writes the record of it in the same moment. */
@ApplicationScoped
public class ProvisionDesk {
    private final OpenSheets sheets;
    private final ProvisionRepository provisions;
    private final LegalBasis basis;
    private final Register register;
    private final ConsentWordings wordings;
    private final Trail trail;
    private final ObjectMapper json;
    private final Clock clock;

    ProvisionDesk(
            OpenSheets sheets,
            ProvisionRepository provisions,
            LegalBasis basis,
            Register register,
            ConsentWordings wordings,
            Trail trail,
            ObjectMapper json,
            Clock clock) {
        this.sheets = sheets;
        this.provisions = provisions;
        this.basis = basis;
        this.register = register;
        this.wordings = wordings;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What is to be given.
     *
     * @param id made by the giver, so that a request sent twice gives once; null = made here
     * @param to code of the receiving institution
     * @param items null = the usual ones
     */
    public record NewProvision(UUID id, UUID diagnosis, String to, RecipientKind recipient, List<ProvidedItem> items) {}

    /** What became of it. */
    public record Given(ProvisionId id, boolean created) {}

    /**
     * Holds the sheet still while it looks at the consents: a consent that is taken back at the same moment is either seen
     * here, or its withdrawal sees this record and recalls it.
     *
     * @throws NotCovered when no consent in force covers it
     * @throws InvalidInput for a receiver that cannot receive as that kind
     */
    @OnceMore
    @Transactional
    public Given provide(NewProvision wanted, Viewer viewer) {
        require(wanted);
        ProvisionId id = new ProvisionId(wanted.id() == null ? UUID.randomUUID() : wanted.id());
        OpenSheet sheet = sheets.locked(new DiagnosisId(wanted.diagnosis()), viewer);
        Optional<Provision> known = provisions.find(id, viewer);
        if (known.isPresent()) {
            return again(known.get(), wanted);
        }
        if (sheet.withdrawn()) {
            throw new SheetWithdrawn();
        }
        LocalDate today = LocalDate.now(clock);
        Institution receiver = receiver(wanted, sheet, today);
        LegalBasis.Ground ground = basis.of(
                sheet.content().spokenConsents(),
                wanted.recipient(),
                receiver.network() + "/" + receiver.code(),
                today);
        Provision provision = new Provision(
                id,
                sheet,
                receiver.code(),
                wanted.recipient(),
                viewer,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        fill(provision, sheet, wanted.items(), ground);
        try {
            provisions.persistAndFlush(provision);
        } catch (ConstraintViolationException e) {
            if (!"provision_pk".equals(e.getConstraintName())) {
                throw e;
            }
            // The id is on a record that this viewer does not see.
            throw new ProvisionDiffers();
        }
        trail.write(provision
                .event(Action.PROVIDED)
                .with("receiver", provision.to)
                .with("recipient", provision.kind().label())
                .with("basis", ground.basis().label())
                .with(
                        "items",
                        provision.itemList().stream().map(ProvidedItem::label).toList()));
        return new Given(id, true);
    }

    private static void require(NewProvision wanted) {
        if (wanted.diagnosis() == null) {
            throw new InvalidInput("diagnosis", "診断票の番号を指定してください。");
        }
        if (wanted.to() == null || wanted.to().isBlank()) {
            throw new InvalidInput("to", "提供先の機関を指定してください。");
        }
        if (wanted.recipient() == null) {
            throw new InvalidInput("recipient", "提供先の種類を指定してください。");
        }
        if (wanted.items() != null
                && (wanted.items().isEmpty() || wanted.items().contains(null))) {
            throw new InvalidInput("items", "提供する項目を一つ以上選んでください。");
        }
    }

    private static Given again(Provision known, NewProvision wanted) {
        if (!known.diagnosis.equals(wanted.diagnosis())
                || !known.to.equals(wanted.to())
                || known.kind() != wanted.recipient()) {
            throw new ProvisionDiffers();
        }
        return new Given(new ProvisionId(known.id), false);
    }

    private Institution receiver(NewProvision wanted, OpenSheet sheet, LocalDate today) {
        if (wanted.recipient() == RecipientKind.OWN_ADVISER) {
            throw NotCovered.byOwnAdviser();
        }
        Institution receiver = register.institution(sheet.network(), wanted.to())
                .orElseThrow(() -> new InvalidInput("to", "この機関はネットワークにありません。"));
        if (!receiver.existsOn(today)) {
            throw new InvalidInput("to", "この機関は、いまはありません。統合先の機関を指定してください。");
        }
        if (receiver.code().equals(sheet.institution())) {
            throw new InvalidInput("to", "診断した機関自身には提供できません。");
        }
        if (!ReceivingKinds.of(receiver.type()).contains(wanted.recipient())) {
            throw new InvalidInput(
                    "to", receiver.name() + "は、" + wanted.recipient().label() + "としては受け取れません。");
        }
        return receiver;
    }

    private void fill(Provision provision, OpenSheet sheet, List<ProvidedItem> chosen, LegalBasis.Ground ground) {
        ProvidedContent content =
                ProvidedContent.of(sheet, chosen == null ? ProvidedItem.usualOnes() : new LinkedHashSet<>(chosen));
        List<ProvidedItem> items = content.items();
        if (items.isEmpty()) {
            throw new InvalidInput("items", "選んだ項目には、この診断票に何も書かれていません。");
        }
        provision.items = items.stream().map(ProvidedItem::code).toArray(String[]::new);
        provision.basis = ground.basis().code();
        try {
            provision.content = json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        ConsentGiven consent = ground.consent();
        if (consent != null) {
            provision.consentedOn = consent.on();
            provision.consentMeans = consent.means() == null ? null : json.convertValue(consent.means(), String.class);
            provision.consentWording = wordings.codeOf(consent);
        }
    }
}

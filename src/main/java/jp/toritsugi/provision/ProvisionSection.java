package jp.toritsugi.provision;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.diagnosis.SheetPart;
import jp.toritsugi.directory.ReceivingKinds;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;

/** 第三者提供 on a sheet's page: to whom it was given, and the form to give it. */
@ApplicationScoped
class ProvisionSection implements SheetPart {
    private final ProvisionReader reader;
    private final LegalBasis basis;
    private final Register register;
    private final Clock clock;

    ProvisionSection(ProvisionReader reader, LegalBasis basis, Register register, Clock clock) {
        this.reader = reader;
        this.basis = basis;
        this.register = register;
        this.clock = clock;
    }

    /** Somebody it may be given to now. */
    record Receiver(String value, String label) {}

    /** @param next id of the provision that the form would make */
    record Section(
            OpenSheet sheet,
            List<ProvisionView> provisions,
            List<Receiver> receivers,
            List<ProvidedItem> items,
            boolean mayDisclose,
            UUID next) {}

    @CheckedTemplate(basePath = "provision")
    static class Templates {
        static native TemplateInstance section(Section section);
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Optional<TemplateInstance> of(OpenSheet sheet, Viewer viewer) {
        return Optional.of(Templates.section(new Section(
                sheet,
                reader.ofSheet(sheet.id(), viewer),
                sheet.withdrawn() ? List.of() : receivers(sheet),
                possibleItems(sheet),
                viewer.role().equals(Roles.MANAGER) || viewer.role().equals(Roles.COORDINATOR),
                UUID.randomUUID())));
    }

    private List<Receiver> receivers(OpenSheet sheet) {
        LocalDate today = LocalDate.now(clock);
        return register.institutions(sheet.network()).stream()
                .filter(one -> one.existsOn(today) && !one.code().equals(sheet.institution()))
                .flatMap(one -> ReceivingKinds.of(one.type()).stream()
                        .filter(kind -> basis.allows(
                                sheet.content().spokenConsents(), kind, one.network() + "/" + one.code(), today))
                        .map(kind -> new Receiver(one.code() + " " + kind.code(), label(one, kind.label()))))
                .toList();
    }

    private static String label(Institution institution, String kind) {
        return institution.name().equals(kind) ? kind : institution.name() + "（" + kind + "として）";
    }

    private static List<ProvidedItem> possibleItems(OpenSheet sheet) {
        return ProvidedContent.of(sheet, Arrays.asList(ProvidedItem.values())).items();
    }
}

package jp.toritsugi.referral;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.diagnosis.SheetPart;

/** 案件の経過 on a sheet's page: where the case stands, to whom it went, what happened, and what the institution can do. */
@ApplicationScoped
class CaseSection implements SheetPart {
    private final CaseReader reader;

    CaseSection(CaseReader reader) {
        this.reader = reader;
    }

    /**
     * @param file null where the sheet has no case
     * @param proposed name of the kind proposed, or null
     */
    record Section(OpenSheet sheet, CaseView file, String proposed, boolean secretariat, List<Outcome> outcomes) {
        /** Whether the viewer has anything to do here. */
        public boolean acts() {
            return file != null && (file.may("request") || file.may("reply") || file.may("close"));
        }
    }

    @CheckedTemplate(basePath = "referral")
    static class Templates {
        static native TemplateInstance section(Section section);
    }

    @Override
    public int place() {
        return 5;
    }

    @Override
    public Optional<TemplateInstance> of(OpenSheet sheet, Viewer viewer) {
        CaseView file = reader.find(sheet.id(), viewer).orElse(null);
        if (file == null
                && (sheet.withdrawn() || !sheet.content().spokenConsents().allowPassingOn())) {
            return Optional.empty();
        }
        return Optional.of(Templates.section(new Section(
                sheet,
                file,
                file == null || file.proposed() == null
                        ? null
                        : RecipientKind.of(file.proposed()).label(),
                viewer.role().equals(Roles.COORDINATOR),
                Arrays.asList(Outcome.values()))));
    }
}

package jp.toritsugi.candidate;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.diagnosis.SheetPart;

/** 後継者候補 on a sheet's page, for the diagnosing institution alone. */
@ApplicationScoped
class CandidateSection implements SheetPart {
    private final CandidateDesk desk;

    CandidateSection(CandidateDesk desk) {
        this.desk = desk;
    }

    /**
     * @param candidate null where none is written down
     * @param held it may neither be deleted nor written over now
     */
    record Section(UUID sheet, CandidateDesk.CandidateView candidate, boolean held) {}

    @CheckedTemplate(basePath = "candidate")
    static class Templates {
        static native TemplateInstance section(Section section);
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Optional<TemplateInstance> of(OpenSheet sheet, Viewer viewer) {
        if (!CandidateDesk.isOwn(sheet, viewer)) {
            return Optional.empty();
        }
        CandidateDesk.CandidateView candidate = desk.find(sheet).orElse(null);
        // Nobody asks where there is nothing to be held.
        boolean held = candidate != null && desk.isHeld(sheet);
        return Optional.of(Templates.section(new Section(sheet.id(), candidate, held)));
    }
}

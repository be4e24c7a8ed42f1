package jp.toritsugi.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Optional;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.diagnosis.OpenSheets;
import jp.toritsugi.diagnosis.SheetPart;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;

/** 前回からの変化 on a sheet's page, where the viewer sees an earlier sheet of the same firm. */
@ApplicationScoped
class ComparisonSection implements SheetPart {
    private final OpenSheets sheets;
    private final QuestionnaireLibrary library;

    ComparisonSection(OpenSheets sheets, QuestionnaireLibrary library) {
        this.sheets = sheets;
        this.library = library;
    }

    @CheckedTemplate(basePath = "followup")
    static class Templates {
        static native TemplateInstance comparison(Comparison comparison);
    }

    @Override
    public int place() {
        return 3;
    }

    @Override
    public Optional<TemplateInstance> of(OpenSheet sheet, Viewer viewer) {
        if (sheet.withdrawn()) {
            return Optional.empty();
        }
        return sheets.ofSameFirm(sheet.id(), viewer).stream()
                .filter(other -> !other.withdrawn() && !other.id().equals(sheet.id()))
                .filter(other -> other.institution().equals(sheet.institution()))
                .filter(other ->
                        other.content().questionnaire().equals(sheet.content().questionnaire()))
                .filter(other ->
                        other.content().interviewedOn().isBefore(sheet.content().interviewedOn()))
                .max(Comparator.comparing(other -> other.content().interviewedOn()))
                .flatMap(before -> QuestionnaireId.parse(sheet.content().questionnaire())
                        .flatMap(library::find)
                        .map(questionnaire -> Templates.comparison(Comparison.of(before, sheet, questionnaire))));
    }
}

package jp.toritsugi.funnel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.TypedFilters;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.report.FiguresOfOneInstitution;
import jp.toritsugi.report.RequestForm;
import jp.toritsugi.report.SheetQuestions;

/** Makes sense of an address: the sheets as the tables ask for them, and beside them the desk's kind and the parts. */
@ApplicationScoped
class FunnelReader {
    static final String PATH = "/funnel";
    private static final List<String> NAMES = Stream.concat(SheetQuestions.NAMES.stream(), Stream.of("kind", "by"))
            .toList();

    private final SheetQuestions sheets;
    private final QuestionnaireLibrary library;

    FunnelReader(SheetQuestions sheets, QuestionnaireLibrary library) {
        this.sheets = sheets;
        this.library = library;
    }

    /** What was typed, apart: for the sheets, and our own. */
    private record Typed(Map<String, String> sheets, RecipientKind kind, Parts by) {}

    /**
     * For programs.
     *
     * @throws InvalidInput naming every field at fault
     * @throws FiguresOfOneInstitution when the viewer may not see single institutions apart
     */
    FunnelQuestion question(MultivaluedMap<String, String> parameters, Viewer viewer) {
        Typed typed = typed(parameters, viewer);
        return new FunnelQuestion(
                questionnaire(), sheets.read(questionnaire(), typed.sheets(), viewer), typed.kind(), typed.by());
    }

    /** @param question null when what was asked cannot be understood; the form then says why */
    record Asked(FunnelQuestion question, SheetQuestions.Form form) {}

    /** For the page, which shows a mistyped date again with what is wrong beside it. */
    Asked asked(MultivaluedMap<String, String> parameters, Viewer viewer) {
        Typed typed = typed(parameters, viewer);
        Map<String, String> own = new HashMap<>();
        own.put("by", typed.by().code());
        own.put("kind", typed.kind() == null ? null : typed.kind().code());
        List<RequestForm.Choice> kinds = Arrays.stream(RecipientKind.values())
                .filter(kind -> kind != RecipientKind.OWN_ADVISER)
                .map(kind -> new RequestForm.Choice(kind.code(), kind.label(), kind == typed.kind()))
                .toList();
        SheetQuestions.Form form =
                sheets.form(PATH, questionnaire(), typed.sheets(), own, Map.of("kind", kinds), viewer);
        FunnelQuestion question = form.sheets() == null
                ? null
                : new FunnelQuestion(questionnaire(), form.sheets(), typed.kind(), typed.by());
        return new Asked(question, form);
    }

    private Typed typed(MultivaluedMap<String, String> parameters, Viewer viewer) {
        Map<String, String> typed = new HashMap<>(TypedFilters.read(parameters, NAMES));
        RecipientKind kind = kind(typed.remove("kind"));
        Parts by = by(typed.remove("by"), viewer);
        return new Typed(typed, kind, by);
    }

    private static RecipientKind kind(String code) {
        return code == null
                ? null
                : RecipientKind.find(code)
                        .orElseThrow(() -> new InvalidInput(
                                "kind",
                                "取次先の種類ではありません。使える値: "
                                        + Arrays.stream(RecipientKind.values())
                                                .map(RecipientKind::code)
                                                .collect(Collectors.joining("、"))));
    }

    private static Parts by(String code, Viewer viewer) {
        if (code == null) {
            return Parts.of(viewer).get(0);
        }
        Parts by = Parts.find(code)
                .orElseThrow(() -> new InvalidInput(
                        "by",
                        "内訳ではありません。使える値: "
                                + Arrays.stream(Parts.values()).map(Parts::code).collect(Collectors.joining("、"))));
        if (by == Parts.INSTITUTION && viewer.role().equals(Roles.ANALYST)) {
            throw new FiguresOfOneInstitution();
        }
        return by;
    }

    /** There is one. */
    private String questionnaire() {
        return library.all().get(0).id().code();
    }
}

package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.Industries;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.InstitutionType;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.sheet.SheetDescription;

/** Lays a list of sheets out for reading, with its filters in words. */
@ApplicationScoped
class ListPageMaker {
    private static final Map<String, String> MARKS =
            Map.of("on-branch", "分岐内の回答", "unanswered", "未回答", "off-branch", "分岐外の回答", "eligible", "対象");

    private final DiagnosisSearch search;
    private final Register register;
    private final Municipalities municipalities;
    private final Industries industries;
    private final QuestionnaireLibrary library;
    private final Clock clock;

    ListPageMaker(
            DiagnosisSearch search,
            Register register,
            Municipalities municipalities,
            Industries industries,
            QuestionnaireLibrary library,
            Clock clock) {
        this.search = search;
        this.register = register;
        this.municipalities = municipalities;
        this.industries = industries;
        this.library = library;
        this.clock = clock;
    }

    ListPage page(MultivaluedMap<String, String> parameters, Viewer viewer) {
        DiagnosisQuery query = DiagnosisQuery.of(parameters);
        Map<String, String> institutions = institutions(viewer);
        ListPage.Choices choices = choices(query, viewer, institutions);
        Map<String, String> typed = new LinkedHashMap<>(query.typed());
        typed.remove("after");
        List<String> words = words(typed, institutions);
        try {
            PageOf<DiagnosisLine> found = search.find(query, viewer);
            List<ListPage.Line> lines =
                    found.items().stream().map(line -> line(line, institutions)).toList();
            return new ListPage(
                    typed,
                    words,
                    choices,
                    List.of(),
                    lines,
                    search.count(query, viewer),
                    query.leavesClosedOut(viewer),
                    found.next() == null || typed.containsKey("q") ? null : address(typed, found.next()),
                    found.next());
        } catch (InvalidInput invalid) {
            return new ListPage(typed, words, choices, invalid.violations(), List.of(), 0, false, null, null);
        }
    }

    private ListPage.Line line(DiagnosisLine sheet, Map<String, String> institutions) {
        return new ListPage.Line(
                sheet,
                sheet.anonymous() != null,
                sheet.municipality() == null ? "" : municipalities.nameOf(sheet.municipality()),
                institutions.getOrDefault(sheet.institution(), sheet.institution()),
                LeafState.labelOf(sheet.leafState()));
    }

    private static String address(Map<String, String> typed, String next) {
        Map<String, String> parameters = new LinkedHashMap<>(typed);
        parameters.put("after", next);
        return ListPage.address(parameters);
    }

    private Map<String, String> institutions(Viewer viewer) {
        Stream<Institution> seen = viewer.confinedTo().isPresent()
                ? register.institution(viewer.network(), viewer.institution()).stream()
                : register.institutions(viewer.network()).stream();
        return seen.collect(Collectors.toMap(Institution::code, Institution::name, (a, b) -> a, LinkedHashMap::new));
    }

    private ListPage.Choices choices(DiagnosisQuery query, Viewer viewer, Map<String, String> institutions) {
        LocalDate today = LocalDate.now(clock);
        Map<String, String> places = new LinkedHashMap<>();
        municipalities.of(viewer.network()).forEach(place -> places.put(place.code(), place.name()));
        Map<String, String> areas = new LinkedHashMap<>();
        municipalities.areas(viewer.network(), today).forEach(area -> areas.put(area, area));
        Map<String, String> leaves = new LinkedHashMap<>();
        Stream.of("A", "B", "C", "D").forEach(leaf -> leaves.put(leaf, leaf));
        leaves.put("U", "U（未定）");
        Map<String, String> states = new LinkedHashMap<>();
        Stream.of(LeafState.ACTION, LeafState.OPEN, LeafState.CLEAR)
                .forEach(state -> states.put(state.code(), state.label()));
        return new ListPage.Choices(
                options(leaves, query.get("leaf")),
                options(states, query.get("leafState")),
                options(areas, query.get("area")),
                options(places, query.get("municipality")),
                viewer.confinedTo().isPresent() ? List.of() : options(institutions, query.get("institution")));
    }

    private static List<ListPage.Option> options(Map<String, String> labels, String chosen) {
        List<ListPage.Option> options = new ArrayList<>();
        labels.forEach((value, label) -> options.add(new ListPage.Option(value, label, value.equals(chosen))));
        return options;
    }

    private List<String> words(Map<String, String> typed, Map<String, String> institutions) {
        List<String> words = new ArrayList<>();
        typed.forEach((name, value) -> {
            String said = word(name, value, typed, institutions);
            if (said != null) {
                words.add(said);
            }
        });
        return words;
    }

    private String word(String name, String value, Map<String, String> typed, Map<String, String> institutions) {
        return switch (name) {
            case "q" -> "「" + value + "」を含む";
            case "receipt" -> "受付番号 " + value;
            case "from" -> "診断日 " + value + "から";
            case "to" -> "診断日 " + value + "まで";
            case "institution" -> institutions.getOrDefault(value, value);
            case "institutionType" ->
                InstitutionType.find(value).map(InstitutionType::label).orElse(value);
            case "municipality" -> municipalities.nameOf(value);
            case "area" -> "地域 " + value;
            case "industry" ->
                industries.find(value).map(Industries.Industry::name).orElse(value);
            case "ageFrom" -> value + "歳以上";
            case "ageTo" -> value + "歳以下";
            case "version" -> value + "年版";
            case "leaf" -> "区分 " + value;
            case "leafState" -> LeafState.labelOf(value);
            case "question" -> figure(value, typed);
            case "offBranch" -> value.equals("true") ? "分岐外の回答あり" : "分岐外の回答なし";
            case "status" -> value.equals(Diagnosis.WITHDRAWN) ? "取下げ済み" : null;
            default -> null;
        };
    }

    private String figure(String question, Map<String, String> typed) {
        String answer = typed.get("answer");
        String said = answer == null ? "" : "の回答が「" + label(question, answer) + "」";
        String mark =
                typed.get("mark") == null && "on-branch".equals(typed.get("basis")) ? "on-branch" : typed.get("mark");
        return question + said + (mark == null ? "" : "（" + MARKS.getOrDefault(mark, mark) + "）");
    }

    private String label(String question, String answer) {
        return library.all().stream()
                .flatMap(version -> version.question(question).stream())
                .map(found -> SheetDescription.answer(found, answer))
                .findFirst()
                .orElse(answer);
    }
}

package jp.toritsugi.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.Industries;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.organisation.InstitutionType;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;

/** What a report may be narrowed to, from the masters; institutions only for those who may see figures of one. */
@ApplicationScoped
class ChoiceLists {
    private final Register register;
    private final Municipalities municipalities;
    private final Industries industries;
    private final QuestionnaireLibrary library;
    private final Clock clock;

    ChoiceLists(
            Register register,
            Municipalities municipalities,
            Industries industries,
            QuestionnaireLibrary library,
            Clock clock) {
        this.register = register;
        this.municipalities = municipalities;
        this.industries = industries;
        this.library = library;
        this.clock = clock;
    }

    Map<String, List<RequestForm.Choice>> of(String questionnaire, ReportRequest request, Viewer viewer) {
        String network = viewer.network();
        Map<String, List<RequestForm.Choice>> choices = new LinkedHashMap<>();
        if (viewer.confinedTo().isEmpty()) {
            List<RequestForm.Choice> types = new ArrayList<>();
            Arrays.stream(InstitutionType.values())
                    .forEach(type -> add(types, type.code(), type.label(), request.institutionType));
            choices.put("institutionType", types);
        }
        if (viewer.role().equals(Roles.COORDINATOR)) {
            List<RequestForm.Choice> institutions = new ArrayList<>();
            register.institutions(network)
                    .forEach(one -> add(institutions, one.code(), one.name(), request.institution));
            choices.put("institution", institutions);
        }
        List<RequestForm.Choice> areas = new ArrayList<>();
        municipalities.areas(network, LocalDate.now(clock)).forEach(area -> add(areas, area, area, request.area));
        choices.put("area", areas);
        List<RequestForm.Choice> places = new ArrayList<>();
        municipalities.of(network).forEach(place -> add(places, place.code(), place.name(), request.municipality));
        choices.put("municipality", places);
        List<RequestForm.Choice> classes = new ArrayList<>();
        industries.all().forEach(one -> add(classes, one.code(), one.code() + " " + one.name(), request.industry));
        choices.put("industry", classes);
        choices.put("leaf", leaves(questionnaire, request.leaf));
        return choices;
    }

    /** Leaves of all versions: the older version's name stands where two name one leaf differently. */
    private List<RequestForm.Choice> leaves(String questionnaire, String chosen) {
        Map<String, String> names = new java.util.TreeMap<>();
        library.versions(questionnaire)
                .forEach(version -> version.leaves().forEach(leaf -> names.putIfAbsent(leaf.code(), leaf.name())));
        names.put(Questionnaire.UNDETERMINED, "回答では決まらない");
        List<RequestForm.Choice> leaves = new ArrayList<>();
        names.forEach((code, name) -> add(leaves, code, code + " " + name, chosen));
        return leaves;
    }

    private static void add(List<RequestForm.Choice> choices, String code, String label, String chosen) {
        choices.add(new RequestForm.Choice(code, label, code.equals(chosen)));
    }
}

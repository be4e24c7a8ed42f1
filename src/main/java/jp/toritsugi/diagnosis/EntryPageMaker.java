package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.SheetContent;
import jp.toritsugi.sheet.SheetDescription;

/** Prepares the entry form: blank, filled for a correction, or shown again with what was typed and why. */
@ApplicationScoped
class EntryPageMaker {
    private static final String BASE = "base";

    private final DiagnosisRepository diagnoses;
    private final SheetContent content;
    private final SheetDescription description;
    private final EntryFields fields;
    private final EntryReader reader;
    private final QuestionnaireLibrary library;

    EntryPageMaker(
            DiagnosisRepository diagnoses,
            SheetContent content,
            SheetDescription description,
            EntryFields fields,
            EntryReader reader,
            QuestionnaireLibrary library) {
        this.diagnoses = diagnoses;
        this.content = content;
        this.description = description;
        this.fields = fields;
        this.reader = reader;
        this.library = library;
    }

    EntryPage blank(DiagnosisId id, String questionnaire, Viewer viewer) {
        String wanted = questionnaire == null || questionnaire.isBlank()
                ? library.all().get(0).id().toString()
                : questionnaire;
        return page(id, null, Map.of("questionnaire", List.of(wanted)), List.of(), null, List.of(), viewer);
    }

    /**
     * For the next interview of a firm: who they are is there already, what they answered is asked anew, and so are consent
     * and facts, which may have changed since.
     *
     * @throws NotFound for a sheet out of the viewer's reach
     */
    @Transactional
    EntryPage next(DiagnosisId id, DiagnosisId before, String questionnaire, Viewer viewer) {
        NewDiagnosis last = diagnoses.latest(diagnoses.open(before, "correction", viewer));
        Map<String, List<String>> typed = new LinkedHashMap<>();
        reader.typed(last).forEach((name, values) -> {
            if (name.startsWith("enterprise.") || name.startsWith("representative.") && !name.endsWith(".age")) {
                typed.put(name, values);
            }
        });
        typed.put(
                "questionnaire",
                List.of(questionnaire == null || questionnaire.isBlank() ? last.questionnaire() : questionnaire));
        return page(
                id,
                null,
                typed,
                List.of(),
                "前回の診断票から、事業者と代表者を写しました。変わったところを直してください。回答と同意は、あらためて聞きます。",
                List.of(),
                viewer);
    }

    /** @throws NotFound for a sheet out of the viewer's reach */
    @Transactional
    EntryPage correction(DiagnosisId id, Viewer viewer) {
        Diagnosis diagnosis = found(id, viewer);
        return page(
                id, diagnosis.revision, reader.typed(diagnoses.latest(diagnosis)), List.of(), null, List.of(), viewer);
    }

    EntryPage refused(
            DiagnosisId id, Integer base, Map<String, List<String>> typed, List<Violation> faults, Viewer viewer) {
        return page(
                id,
                base,
                typed,
                faults.stream().map(fault -> named(fault, typed)).toList(),
                "まだ記録していません。次の項目を直してください。",
                List.of(),
                viewer);
    }

    /** The form was sent before with other content; what was typed now goes on as a correction. */
    @Transactional
    EntryPage alreadyRecorded(DiagnosisId id, Map<String, List<String>> typed, Viewer viewer) {
        return page(
                id,
                found(id, viewer).revision,
                typed,
                List.of(),
                "この診断票は先に記録されています。いま入力した内容に改めるときは、訂正の理由を添えて送ってください。",
                List.of(),
                viewer);
    }

    /** Somebody else corrected the sheet meanwhile: shows what they changed and goes on from there. */
    @Transactional
    EntryPage stale(DiagnosisId id, int base, Map<String, List<String>> typed, Viewer viewer) {
        Diagnosis diagnosis = found(id, viewer);
        Map<Integer, Map<String, String>> revisions = new LinkedHashMap<>();
        for (Revision revision : diagnoses.revisions(diagnosis)) {
            NewDiagnosis sheet = content.read(revision.content);
            revisions.put(revision.revision, description.flat(sheet, questionnaire(sheet.questionnaire())));
        }
        List<SheetPage.Difference> meanwhile = revisions.containsKey(base)
                ? SheetPageMaker.differences(revisions.get(base), revisions.get(diagnosis.revision))
                : List.of();
        return page(
                id,
                diagnosis.revision,
                typed,
                List.of(),
                "入力しているあいだに、ほかの人がこの診断票を訂正しました。下の違いを確かめ、必要なところを直してから、もう一度送ってください。",
                meanwhile,
                viewer);
    }

    /** What the form holds, without the marks of the form itself. */
    Map<String, List<String>> typed(MultivaluedMap<String, String> form) {
        Map<String, List<String>> typed = new LinkedHashMap<>(form);
        typed.remove(BASE);
        return typed;
    }

    /** The revision the form was filled from; a form without one is based on nothing that could be the latest. */
    int base(MultivaluedMap<String, String> form) {
        String base = form.getFirst(BASE);
        return base != null && base.matches("[0-9]{1,9}") ? Integer.parseInt(base) : 0;
    }

    private EntryPage page(
            DiagnosisId id,
            Integer base,
            Map<String, List<String>> typed,
            List<Violation> faults,
            String notice,
            List<SheetPage.Difference> meanwhile,
            Viewer viewer) {
        List<String> named = typed.getOrDefault("questionnaire", List.of());
        Questionnaire questionnaire = questionnaire(named.isEmpty() ? "" : named.get(0));
        List<EntryFields.Section> head = fields.head(viewer);
        List<EntryFields.Section> foot = fields.foot();
        List<String> order = new ArrayList<>(EntryFields.names(head));
        questionnaire.questions().forEach(question -> order.add("answers." + question.code()));
        order.addAll(EntryFields.names(foot));
        return new EntryPage(
                id,
                base,
                questionnaire,
                head,
                foot,
                fields.recipients(),
                fields.means(),
                typed,
                faults.stream()
                        .sorted(Comparator.comparingInt(fault -> place(order, fault.field())))
                        .toList(),
                notice,
                meanwhile,
                library.all());
    }

    private static int place(List<String> order, String field) {
        int place = order.indexOf(field);
        return place < 0 ? order.size() : place;
    }

    /** consents[0].on as the sheet says it becomes consents.center.on as the form says it. */
    private static Violation named(Violation fault, Map<String, List<String>> typed) {
        if (!fault.field().startsWith("consents[")) {
            return fault;
        }
        List<String> given = new ArrayList<>();
        typed.forEach((name, values) -> {
            if (name.matches("consents\\..*\\.given") && !values.get(0).isBlank()) {
                given.add(name.substring(0, name.lastIndexOf('.')));
            }
        });
        int index = Integer.parseInt(fault.field().replaceAll("\\D+", ""));
        String part = fault.field().substring(fault.field().indexOf(']') + 1);
        return index < given.size() ? new Violation(given.get(index) + part, fault.message()) : fault;
    }

    private Questionnaire questionnaire(String id) {
        return QuestionnaireId.parse(id).flatMap(library::find).orElseThrow(() -> new NotFound("この調査票"));
    }

    private Diagnosis found(DiagnosisId id, Viewer viewer) {
        diagnoses.findToChange(id, viewer);
        return diagnoses.open(id, "correction", viewer);
    }
}

package jp.toritsugi.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.toritsugi.enterprise.RepresentativeData;
import jp.toritsugi.japan.Age;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;

/** From a sheet as sent to a sheet understood: shape, then meaning, every fault at once. Import and API both come here. */
@ApplicationScoped
public class SheetReader {
    private final QuestionnaireLibrary library;
    private final Validator shapes;
    private final SheetMeaning meaning;
    private final SheetContent content;

    SheetReader(QuestionnaireLibrary library, Validator shapes, SheetMeaning meaning, SheetContent content) {
        this.library = library;
        this.shapes = shapes;
        this.meaning = meaning;
        this.content = content;
    }

    /** @throws InvalidInput naming every field that cannot be taken */
    public UnderstoodSheet read(NewDiagnosis sheet) {
        List<Violation> violations = check(sheet);
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return understand(sheet);
    }

    /** Everything wrong with a sheet; empty when it may be recorded. */
    public List<Violation> check(NewDiagnosis sheet) {
        List<Violation> violations = new ArrayList<>();
        for (ConstraintViolation<NewDiagnosis> violation : shapes.validate(sheet)) {
            violations.add(new Violation(violation.getPropertyPath().toString(), violation.getMessage()));
        }
        violations.sort(Comparator.comparing(Violation::field));
        violations.addAll(meaning.check(sheet, questionnaire(sheet)));
        return violations;
    }

    /** What follows from a sheet that passed {@link #check}. */
    public UnderstoodSheet understand(NewDiagnosis sheet) {
        Questionnaire questionnaire = questionnaire(sheet);
        NewDiagnosis itself = sheet.itself();
        String json = content.json(itself);
        return new UnderstoodSheet(
                itself,
                questionnaire.id(),
                questionnaire.read(sheet.answers()),
                age(sheet),
                SheetNames.of(sheet),
                json,
                SheetContent.hash(json));
    }

    private Questionnaire questionnaire(NewDiagnosis sheet) {
        return sheet.questionnaire() == null
                ? null
                : QuestionnaireId.parse(sheet.questionnaire())
                        .flatMap(library::find)
                        .orElse(null);
    }

    /** Completed years of the representative on the day of the interview, or null. */
    public static Integer age(NewDiagnosis sheet) {
        RepresentativeData person = sheet.representative();
        if (person == null) {
            return null;
        }
        return person.birthDate() == null
                ? person.age()
                : Integer.valueOf(Age.on(sheet.interviewedOn(), person.birthDate()));
    }
}

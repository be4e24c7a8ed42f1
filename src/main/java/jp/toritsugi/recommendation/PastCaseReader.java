package jp.toritsugi.recommendation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.routing.StandingAnswers;
import jp.toritsugi.sheet.NewDiagnosis;

/** Makes of a past sheet what {@link CaseReader} makes of one just recorded, by the same code. */
@ApplicationScoped
public class PastCaseReader {
    private final ObjectReader json;
    private final CaseReader cases;

    PastCaseReader(ObjectMapper mapper, CaseReader cases) {
        this.json = mapper.readerFor(NewDiagnosis.class);
        this.cases = cases;
    }

    /** Reads many of one questionnaire; may be used by several threads. */
    public Reading of(Questionnaire questionnaire) {
        return new Reading(questionnaire);
    }

    /** Answers repeat: there are far fewer ways to answer than sheets. */
    public final class Reading {
        private static final int MOST = 20_000;

        private final Questionnaire questionnaire;
        private final Map<Map<String, String>, StandingAnswers> known = new ConcurrentHashMap<>();

        private Reading(Questionnaire questionnaire) {
            this.questionnaire = questionnaire;
        }

        public PastCase read(PastCases.Row row) {
            NewDiagnosis sheet = sheet(row.content());
            return new PastCase(
                    row.diagnosis(),
                    cases.read(
                            sheet,
                            standing(sheet.answers()),
                            new CaseReader.Surroundings(row.network(), row.institutionType(), row.openCase())),
                    row.closed());
        }

        private StandingAnswers standing(Map<String, String> answers) {
            StandingAnswers found = known.get(answers);
            if (found == null) {
                found = StandingAnswers.of(questionnaire, answers);
                if (known.size() < MOST) {
                    known.put(answers, found);
                }
            }
            return found;
        }
    }

    private NewDiagnosis sheet(String content) {
        try {
            return json.readValue(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

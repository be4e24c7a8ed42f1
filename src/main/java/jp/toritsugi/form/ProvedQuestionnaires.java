package jp.toritsugi.form;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.toritsugi.questionnaire.Flow;
import jp.toritsugi.questionnaire.PathCertificate;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;

/** All versions, each walked through at the start; the log says so, a line a version. */
@Singleton
@Startup
class ProvedQuestionnaires {
    private final Map<QuestionnaireId, ProvedQuestionnaire> proved = new LinkedHashMap<>();

    ProvedQuestionnaires(QuestionnaireLibrary library, Clock clock) {
        for (Questionnaire definition : library.all()) {
            PathCertificate certificate = PathCertificate.of(definition);
            ProvedQuestionnaire questionnaire =
                    new ProvedQuestionnaire(definition, certificate, clock.instant(), Flow.of(definition));
            proved.put(definition.id(), questionnaire);
            Log.info(inALine(questionnaire));
        }
    }

    List<ProvedQuestionnaire> all() {
        return List.copyOf(proved.values());
    }

    Optional<ProvedQuestionnaire> find(QuestionnaireId id) {
        return Optional.ofNullable(proved.get(id));
    }

    static String inALine(ProvedQuestionnaire questionnaire) {
        List<String> lengths = new ArrayList<>();
        questionnaire.certificate().byLength().forEach((length, count) -> lengths.add(0, length + "問 " + count + "通り"));
        return "調査票 " + questionnaire.definition().id() + "（照合値 " + questionnaire.shortChecksum()
                + "）の経路を証明しました。回答の組み合わせ " + questionnaire.certificate().combinations() + "通り（"
                + String.join("、", lengths) + "）はすべて終わりに着きます。";
    }
}

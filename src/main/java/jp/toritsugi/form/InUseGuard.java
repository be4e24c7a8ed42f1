package jp.toritsugi.form;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;

/**
 * Stops the start when a version that sheets have used was edited or is gone: their answers would come to mean something
 * else. A version that no sheet uses may still change.
 */
@ApplicationScoped
class InUseGuard {
    private final QuestionnaireLibrary library;
    private final RememberedChecksums checksums;

    InUseGuard(QuestionnaireLibrary library, RememberedChecksums checksums) {
        this.library = library;
        this.checksums = checksums;
    }

    @Transactional
    void atStart(@Observes StartupEvent start) {
        check(library.all());
    }

    /** @throws QuestionnaireInUse when one of them is not what its sheets were written on */
    @Transactional
    void check(List<Questionnaire> definitions) {
        Map<QuestionnaireId, String> gone = new HashMap<>(checksums.all());
        for (Questionnaire definition : definitions) {
            String remembered = gone.remove(definition.id());
            if (definition.checksum().equals(remembered)) {
                continue;
            }
            if (remembered != null && checksums.isUsed(definition.id())) {
                throw QuestionnaireInUse.edited(definition.id(), remembered, definition.checksum());
            }
            checksums.remember(definition.id(), definition.checksum());
        }
        for (Map.Entry<QuestionnaireId, String> missing : gone.entrySet()) {
            if (checksums.isUsed(missing.getKey())) {
                throw QuestionnaireInUse.gone(missing.getKey(), missing.getValue());
            }
        }
    }
}

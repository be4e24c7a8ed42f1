package jp.toritsugi;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;

/** Loads and proves every questionnaire before the first request; a damaged one stops the start. */
class QuestionnaireStart {
    @Produces
    @Singleton
    @Startup
    QuestionnaireLibrary library() {
        return QuestionnaireLibrary.load();
    }
}

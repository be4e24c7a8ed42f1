package jp.toritsugi;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.routing.RuleLibrary;

/** Loads and proves every rule set before the first request; a damaged one stops the start. */
class RoutingStart {
    @Produces
    @Singleton
    @Startup
    RuleLibrary rules(QuestionnaireLibrary questionnaires) {
        return RuleLibrary.load(questionnaires);
    }
}

package jp.toritsugi;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.routing.RuleLibrary;
import org.jboss.logging.Logger;

/** Loads and proves every rule set before the first request; a damaged one stops the start. */
class RoutingStart {
    private static final Logger LOG = Logger.getLogger(RoutingStart.class);

    @Produces
    @Singleton
    @Startup
    RuleLibrary rules(QuestionnaireLibrary questionnaires) {
        RuleLibrary library = RuleLibrary.load(questionnaires);
        library.all()
                .forEach(one -> LOG.infof(
                        "取次の決まり %s（照合値 %s）を確かめました。",
                        one.id(), one.head().checksum().substring(0, 12)));
        return library;
    }
}

package jp.toritsugi.interview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import jp.toritsugi.consent.ConsentWording;
import jp.toritsugi.form.DefinitionView;
import jp.toritsugi.japan.Industries;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.recommendation.RuleSetView;

/**
 * Everything an interview needs without a signal, in one answer. Nothing about firms.
 *
 * @param checksum of all the rest: the same for the same content
 * @param questionnaires all versions, for sheets of earlier ones that are corrected
 * @param recipients whom a consent may be given for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreparationView(
        String checksum,
        DefinitionView questionnaire,
        List<DefinitionView> questionnaires,
        RuleSetView ruleSet,
        List<ConsentWording> consentWordings,
        List<CodeAndName> recipients,
        List<Municipalities.Municipality> municipalities,
        List<Industries.Industry> industries,
        List<DeskLine> desks,
        Settings settings) {

    record CodeAndName(String code, String label) {}

    record Settings(int lockAfterMinutes, int keepConfirmedDays) {}

    PreparationView with(String other) {
        return new PreparationView(
                other,
                questionnaire,
                questionnaires,
                ruleSet,
                consentWordings,
                recipients,
                municipalities,
                industries,
                desks,
                settings);
    }
}

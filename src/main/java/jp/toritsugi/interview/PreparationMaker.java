package jp.toritsugi.interview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.ConsentWordings;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.form.DefinitionView;
import jp.toritsugi.japan.Industries;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.recommendation.RuleSetView;
import jp.toritsugi.routing.RuleLibrary;
import jp.toritsugi.routing.RuleSet;

/** Gathers what an interview needs. */
@ApplicationScoped
class PreparationMaker {
    private final QuestionnaireLibrary questionnaires;
    private final RuleLibrary rules;
    private final ConsentWordings wordings;
    private final Municipalities municipalities;
    private final Industries industries;
    private final DeskList desks;
    private final InterviewSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    PreparationMaker(
            QuestionnaireLibrary questionnaires,
            RuleLibrary rules,
            ConsentWordings wordings,
            Municipalities municipalities,
            Industries industries,
            DeskList desks,
            InterviewSettings settings,
            ObjectMapper json,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.rules = rules;
        this.wordings = wordings;
        this.municipalities = municipalities;
        this.industries = industries;
        this.desks = desks;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    PreparationView of(Viewer viewer) {
        LocalDate today = LocalDate.now(clock);
        RuleSet ruleSet = Interviewing.ruleSet(rules, today).orElse(null);
        List<Questionnaire> all = List.copyOf(questionnaires.all());
        Questionnaire used = ruleSet == null ? all.get(0) : ruleSet.questionnaire();
        PreparationView view = new PreparationView(
                null,
                DefinitionView.of(used),
                all.stream().map(DefinitionView::of).toList(),
                ruleSet == null ? null : RuleSetView.of(ruleSet, true),
                wordings.all(),
                Arrays.stream(RecipientKind.values())
                        .map(kind -> new PreparationView.CodeAndName(kind.code(), kind.label()))
                        .toList(),
                municipalities.of(viewer.network()),
                industries.all(),
                desks.on(today, ruleSet, viewer),
                new PreparationView.Settings(settings.lockMinutes(), settings.keepDays()));
        return view.with(checksum(view));
    }

    private String checksum(PreparationView view) {
        try {
            return AppFiles.hash(json.writeValueAsBytes(view));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

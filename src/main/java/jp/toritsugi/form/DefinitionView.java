package jp.toritsugi.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.questionnaire.Choice;
import jp.toritsugi.questionnaire.InferenceRule;
import jp.toritsugi.questionnaire.Leaf;
import jp.toritsugi.questionnaire.NonResponse;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;

/**
 * A definition with everything needed to run the sheet without us: a program that reads it top to bottom asks what we would
 * ask.
 *
 * @param id code and version, as a sheet names it
 * @param checksum SHA-256 of the definition's file, hex
 * @param nonResponses what may be sent instead of an answer; none counts as one
 */
public record DefinitionView(
        String id,
        String code,
        String version,
        String title,
        String source,
        LocalDate validFrom,
        String notice,
        String checksum,
        List<QuestionView> questions,
        List<LeafView> leaves,
        List<InferenceView> inferWhenMissing,
        List<CodeAndLabel> nonResponses) {

    record CodeAndLabel(String code, String label) {}

    /** Where {@code question} is asked and has no answer, {@code infer} stands in for it if any of the others is answered. */
    record InferenceView(String question, String infer, List<String> whenAnyAnswered, String inWords) {
        static InferenceView of(InferenceRule rule) {
            return new InferenceView(rule.question(), rule.answer(), rule.whenAnyAnswered(), rule.inWords());
        }
    }

    /**
     * @param note whom it is put to, as printed
     * @param unfavourable the answer that makes a leaf {@code action}
     * @param confirmed false = 要確認
     * @param askWhen null = asked of everybody
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionView(
            String code,
            String text,
            String note,
            String plain,
            String why,
            boolean confirmed,
            List<Choice> choices,
            String unfavourable,
            ConditionView askWhen,
            String askWhenInWords) {

        static QuestionView of(Question question) {
            return new QuestionView(
                    question.code(),
                    question.text(),
                    question.note(),
                    question.plain(),
                    question.why(),
                    question.confirmed(),
                    question.choices(),
                    question.unfavourable(),
                    question.askWhen().map(ConditionView::of).orElse(null),
                    question.askWhen().map(condition -> condition.inWords()).orElse("全員"));
        }
    }

    /**
     * @param questions whose answers settle the state: one unfavourable answer is enough for {@code action}, all others
     *     together make {@code clear}
     * @param state null unless fixed
     * @param advice by state
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LeafView(
            String code,
            String name,
            String meaning,
            ConditionView when,
            String whenInWords,
            List<String> questions,
            String state,
            Map<String, Leaf.Advice> advice) {

        static LeafView of(Leaf leaf) {
            Map<String, Leaf.Advice> advice = new LinkedHashMap<>();
            leaf.advice().forEach((state, text) -> advice.put(state.code(), text));
            return new LeafView(
                    leaf.code(),
                    leaf.name(),
                    leaf.meaning(),
                    ConditionView.of(leaf.when()),
                    leaf.when().inWords(),
                    leaf.questions(),
                    leaf.fixedState().map(state -> state.code()).orElse(null),
                    advice);
        }
    }

    public static DefinitionView of(Questionnaire questionnaire) {
        return new DefinitionView(
                questionnaire.id().toString(),
                questionnaire.id().code(),
                questionnaire.id().version(),
                questionnaire.title(),
                questionnaire.head().source(),
                questionnaire.head().validFrom(),
                questionnaire.head().notice(),
                questionnaire.checksum(),
                questionnaire.questions().stream().map(QuestionView::of).toList(),
                questionnaire.leaves().stream().map(LeafView::of).toList(),
                questionnaire.inferenceRules().stream().map(InferenceView::of).toList(),
                Arrays.stream(NonResponse.values())
                        .map(value -> new CodeAndLabel(value.code(), value.label()))
                        .toList());
    }
}

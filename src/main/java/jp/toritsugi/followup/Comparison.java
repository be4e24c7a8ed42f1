package jp.toritsugi.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.sheet.SheetDescription;

/**
 * How a firm's answers turned between two interviews with the same questionnaire: the only direct sign that the
 * programme works.
 *
 * @param before the earlier sheet
 * @param turned questions that were answered otherwise, in the order of the questionnaire
 * @param same how many were answered alike
 */
public record Comparison(
        UUID before, LocalDate interviewedOn, String leafBefore, String leafNow, List<Turned> turned, int same) {

    /** @param better true from an unfavourable answer to a favourable one, false the other way, null where neither */
    public record Turned(String code, String text, String before, String now, Boolean better) {}

    static Comparison of(OpenSheet before, OpenSheet now, Questionnaire questionnaire) {
        List<Turned> turned = new ArrayList<>();
        int same = 0;
        for (Question question : questionnaire.questions()) {
            String old = before.content().answers().get(question.code());
            String fresh = now.content().answers().get(question.code());
            if (old == null && fresh == null) {
                continue;
            }
            if (Objects.equals(old, fresh)) {
                same++;
                continue;
            }
            turned.add(new Turned(
                    question.code(),
                    question.text(),
                    said(question, old),
                    said(question, fresh),
                    better(question, old, fresh)));
        }
        return new Comparison(before.id(), before.content().interviewedOn(), leaf(before), leaf(now), turned, same);
    }

    private static String said(Question question, String answer) {
        return answer == null ? "未回答" : SheetDescription.answer(question, answer);
    }

    private static Boolean better(Question question, String old, String fresh) {
        if (old == null || fresh == null || question.unfavourable() == null) {
            return null;
        }
        boolean was = question.unfavourable().equals(old);
        boolean is = question.unfavourable().equals(fresh);
        return was == is
                        || question.choice(old).isEmpty()
                        || question.choice(fresh).isEmpty()
                ? null
                : was;
    }

    private static String leaf(OpenSheet sheet) {
        return sheet.leaf() + "・" + LeafState.labelOf(sheet.leafState());
    }
}

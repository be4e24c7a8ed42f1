package jp.toritsugi.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.questionnaire.Choice;
import jp.toritsugi.questionnaire.Leaf;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;

/** Per leaf, how another answer to one of the questions that settle it changes a case's bits. */
final class LeafFlips {
    private final Map<String, OfLeaf> leaves = new LinkedHashMap<>();
    private final long[] states = new long[LeafState.values().length];
    private long anyState;

    /** @param fixed the leaf's state whatever the answers, or null */
    record OfLeaf(List<OfQuestion> questions, LeafState fixed) {}

    /** @param clear all bits about this question */
    record OfQuestion(String question, String unfavourable, long clear, List<OfChoice> choices) {
        boolean isAnswer(String given) {
            for (int i = 0; given != null && i < choices.size(); i++) {
                if (choices.get(i).answer().equals(given)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** @param set the bits this answer sets */
    record OfChoice(String answer, long set, Change change) {}

    LeafFlips(Questionnaire questionnaire, Atoms atoms) {
        for (LeafState state : LeafState.values()) {
            states[state.ordinal()] = atoms.bit(new Atom.InState(state));
            anyState |= states[state.ordinal()];
        }
        for (Leaf leaf : questionnaire.leaves()) {
            List<OfQuestion> questions = new ArrayList<>();
            for (String code : leaf.questions()) {
                questions.add(question(questionnaire.question(code).orElseThrow(), atoms));
            }
            leaves.put(leaf.code(), new OfLeaf(questions, leaf.fixedState().orElse(null)));
        }
    }

    private static OfQuestion question(Question question, Atoms atoms) {
        long clear = 0;
        List<OfChoice> choices = new ArrayList<>();
        for (Choice choice : question.choices()) {
            long set = atoms.knownBit(new Atom.Answered(question.code(), choice.code(), choice.label()));
            clear |= set;
            choices.add(new OfChoice(choice.code(), set, new Change.Answer(question.code(), choice.code())));
        }
        return new OfQuestion(question.code(), question.unfavourable(), clear, choices);
    }

    /** @return null for an undetermined leaf */
    OfLeaf leaf(String code) {
        return leaves.get(code);
    }

    long withState(long bits, LeafState state) {
        return bits & ~anyState | states[state.ordinal()];
    }
}

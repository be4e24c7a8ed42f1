package jp.toritsugi.questionnaire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a questionnaire, immutable. The branch of a sheet is decided by its given answers alone, question by
 * question in printed order: a condition looks only at answers of questions that are themselves asked, so leaving a
 * branch leaves everything behind it, however deep. Nothing is erased: what was written off the branch stays written.
 */
public final class Questionnaire {
    /** Leaf of a sheet whose answers do not decide. */
    public static final String UNDETERMINED = "U";

    private final QuestionnaireId id;
    private final Head head;
    private final List<Question> questions;
    private final List<Leaf> leaves;
    private final List<InferenceRule> inferenceRules;
    private final Map<String, Question> byCode = new HashMap<>();

    /** @param checksum SHA-256 of the file, in hex: a version that interviews have used is never edited */
    public record Head(String title, String source, LocalDate validFrom, String notice, String checksum) {}

    Questionnaire(
            QuestionnaireId id,
            Head head,
            List<Question> questions,
            List<Leaf> leaves,
            List<InferenceRule> inferenceRules) {
        this.id = id;
        this.head = head;
        this.questions = List.copyOf(questions);
        this.leaves = List.copyOf(leaves);
        this.inferenceRules = List.copyOf(inferenceRules);
        this.questions.forEach(question -> byCode.put(question.code(), question));
    }

    public QuestionnaireId id() {
        return id;
    }

    public Head head() {
        return head;
    }

    public String title() {
        return head.title();
    }

    public String checksum() {
        return head.checksum();
    }

    /** In printed order. */
    public List<Question> questions() {
        return questions;
    }

    public Optional<Question> question(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public List<Leaf> leaves() {
        return leaves;
    }

    public Optional<Leaf> leaf(String code) {
        return leaves.stream().filter(leaf -> leaf.code().equals(code)).findFirst();
    }

    /**
     * Reads a sheet.
     *
     * @param answers answer code or non-response by question; an absent question is 未回答
     */
    public Reading read(Map<String, String> answers) {
        Branch branch = branch(answers);
        String leaf = leaf(branch);
        Map<String, AnswerState> states = new LinkedHashMap<>();
        List<String> path = new ArrayList<>();
        Question next = null;
        for (Question question : questions) {
            char mark = branch.marks[question.index()];
            AnswerState state = Marks.state(mark);
            states.put(question.code(), state);
            if (state == AnswerState.ON_BRANCH || state == AnswerState.UNANSWERED) {
                path.add(question.code());
                if (next == null && mark == '-') {
                    next = question;
                }
            }
        }
        return new Reading(
                Collections.unmodifiableMap(states),
                List.copyOf(path),
                Optional.ofNullable(next),
                leaf,
                leafState(leaf, branch),
                infer(answers, leaf, branch),
                new String(branch.marks));
    }

    /** What in these answers the questionnaire does not know; empty for a sheet that can be read. */
    public List<AnswerFault> complaints(Map<String, String> answers) {
        List<AnswerFault> faults = new ArrayList<>();
        answers.forEach((code, answer) -> {
            Question question = byCode.get(code);
            if (question == null) {
                faults.add(new AnswerFault(code, "この調査票（" + head.title() + "）にない設問です。"));
            } else if (answer == null
                    || question.choiceIndex(answer) < 0
                            && NonResponse.find(answer).isEmpty()) {
                faults.add(new AnswerFault(code, code + "の回答として読めません。使える値: " + allowed(question)));
            }
        });
        return faults;
    }

    private static String allowed(Question question) {
        List<String> codes = new ArrayList<>();
        question.choices().forEach(choice -> codes.add(choice.code() + "（" + choice.label() + "）"));
        for (NonResponse value : NonResponse.values()) {
            codes.add(value.code() + "（" + value.label() + "）");
        }
        return String.join("、", codes);
    }

    /** The walk through the questions: which are asked, and what stands on the branch. */
    private final class Branch implements Condition.OnBranch {
        private final char[] marks = new char[questions.size()];
        private final String[] onBranch = new String[questions.size()];

        @Override
        public String answer(String question) {
            return onBranch[byCode.get(question).index()];
        }
    }

    private Branch branch(Map<String, String> answers) {
        Branch branch = new Branch();
        for (Question question : questions) {
            int i = question.index();
            String given = answers.get(question.code());
            boolean asked =
                    question.askWhen().isEmpty() || question.askWhen().get().holds(branch);
            char mark = Marks.of(question, asked, given);
            branch.marks[i] = mark;
            branch.onBranch[i] = Marks.state(mark) == AnswerState.ON_BRANCH ? given : null;
        }
        return branch;
    }

    private String leaf(Branch branch) {
        for (Leaf leaf : leaves) {
            if (leaf.when().holds(branch)) {
                return leaf.code();
            }
        }
        return UNDETERMINED;
    }

    private LeafState leafState(String code, Branch branch) {
        Leaf leaf = leaf(code).orElse(null);
        if (leaf == null) {
            return LeafState.OPEN;
        }
        boolean complete = true;
        for (String question : leaf.questions()) {
            String answer = branch.answer(question);
            if (answer == null) {
                complete = false;
            } else if (answer.equals(byCode.get(question).unfavourable())) {
                return LeafState.ACTION;
            }
        }
        return leaf.fixedState().orElse(complete ? LeafState.CLEAR : LeafState.OPEN);
    }

    private Inference infer(Map<String, String> given, String leaf, Branch branch) {
        Map<String, String> concluded = new LinkedHashMap<>();
        if (leaf.equals(UNDETERMINED)) {
            Map<String, String> filled = new HashMap<>(given);
            Branch walked = branch;
            for (Question question : questions) {
                if (Marks.state(walked.marks[question.index()]) != AnswerState.UNANSWERED) {
                    continue;
                }
                List<String> conclusions = conclusions(question, given);
                if (conclusions.size() > 1) {
                    return new Inference(Map.of(), true, UNDETERMINED, LeafState.OPEN);
                }
                if (conclusions.size() == 1) {
                    concluded.put(question.code(), conclusions.get(0));
                    filled.put(question.code(), conclusions.get(0));
                    walked = branch(filled);
                }
            }
            String inferredLeaf = leaf(walked);
            return new Inference(
                    Collections.unmodifiableMap(concluded), false, inferredLeaf, leafState(inferredLeaf, walked));
        }
        return new Inference(Map.of(), false, leaf, leafState(leaf, branch));
    }

    private List<String> conclusions(Question question, Map<String, String> given) {
        return inferenceRules.stream()
                .filter(rule -> rule.question().equals(question.code()))
                .filter(rule -> rule.whenAnyAnswered().stream().anyMatch(code -> isAnswered(code, given)))
                .map(InferenceRule::answer)
                .distinct()
                .toList();
    }

    private boolean isAnswered(String code, Map<String, String> given) {
        String answer = given.get(code);
        return answer != null && byCode.get(code).choiceIndex(answer) >= 0;
    }
}

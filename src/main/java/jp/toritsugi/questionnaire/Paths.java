package jp.toritsugi.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every way a questionnaire can be answered in full: the enumeration behind the certificate and the checks. */
public final class Paths {
    /** More than this and a paper form is no longer one a person can follow. */
    static final int MOST = 100_000;

    private Paths() {}

    /**
     * All complete answer combinations: every question asked on the branch is answered, and no other.
     *
     * @throws TooMany beyond 100,000 combinations; never for a loaded questionnaire, whose check would have refused it
     */
    public static List<Map<String, String>> complete(Questionnaire questionnaire) {
        List<Map<String, String>> found = new ArrayList<>();
        walk(questionnaire, new LinkedHashMap<>(), found);
        return found;
    }

    /** Fewest and most questions still to be asked, over every way the rest can be answered. */
    public static Remaining remaining(Questionnaire questionnaire, Map<String, String> answers) {
        var next = questionnaire.read(answers).next();
        if (next.isEmpty()) {
            return new Remaining(0, 0);
        }
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (Choice choice : next.get().choices()) {
            Map<String, String> further = new LinkedHashMap<>(answers);
            further.put(next.get().code(), choice.code());
            Remaining rest = remaining(questionnaire, further);
            least = Math.min(least, rest.least() + 1);
            most = Math.max(most, rest.most() + 1);
        }
        return new Remaining(least, most);
    }

    public record Remaining(int least, int most) {}

    static final class TooMany extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super("回答の組み合わせが" + MOST + "通りを超えます。一枚の調査票としては大きすぎます。");
        }
    }

    private static void walk(
            Questionnaire questionnaire, Map<String, String> answers, List<Map<String, String>> found) {
        var next = questionnaire.read(answers).next();
        if (next.isEmpty()) {
            if (found.size() == MOST) {
                throw new TooMany();
            }
            found.add(new LinkedHashMap<>(answers));
            return;
        }
        for (Choice choice : next.get().choices()) {
            answers.put(next.get().code(), choice.code());
            walk(questionnaire, answers, found);
            answers.remove(next.get().code());
        }
    }
}

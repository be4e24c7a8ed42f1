package jp.toritsugi.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.toritsugi.questionnaire.Fault;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;

/** All versions of the routing rules, loaded and proved at start. */
public final class RuleLibrary {
    static final String FOLDER = "routing/";

    private final List<RuleSet> ruleSets;

    private RuleLibrary(List<RuleSet> ruleSets) {
        this.ruleSets = ruleSets.stream()
                .sorted(Comparator.comparing(one -> one.head().validFrom()))
                .toList();
    }

    /**
     * Loads what {@code routing/index.txt} lists.
     *
     * @throws DamagedRules when any file is damaged, with the faults of all
     */
    public static RuleLibrary load(QuestionnaireLibrary questionnaires) {
        List<RuleSet> found = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (String name : text("index.txt").lines().toList()) {
            if (name.isBlank() || name.startsWith("#")) {
                continue;
            }
            try {
                RuleSet ruleSet = RuleSetFile.parse(name, text(name), questionnaires);
                if (!name.equals(ruleSet.id() + ".yaml")) {
                    faults.add(new Fault(name, 1, "中の符号と版（" + ruleSet.id() + "）が、ファイルの名前と合いません。"));
                }
                if (found.stream().anyMatch(other -> isTie(other, ruleSet))) {
                    faults.add(new Fault(name, 1, "同じ調査票に、同じ日から使う版が二つあります。"));
                }
                found.add(ruleSet);
            } catch (DamagedRules damaged) {
                faults.addAll(damaged.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new DamagedRules(faults);
        }
        return new RuleLibrary(found);
    }

    private static boolean isTie(RuleSet one, RuleSet other) {
        return one.questionnaire().equals(other.questionnaire())
                && one.head().validFrom().equals(other.head().validFrom());
    }

    /** Oldest first. */
    public List<RuleSet> all() {
        return ruleSets;
    }

    public Optional<RuleSet> find(String id) {
        return ruleSets.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The version by which sheets of a questionnaire are decided on a day; none where no rules were made for it. */
    public Optional<RuleSet> inForce(QuestionnaireId questionnaire, LocalDate day) {
        return ruleSets.stream()
                .filter(one -> one.questionnaire().id().equals(questionnaire))
                .filter(one -> !one.head().validFrom().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /** The file of a version that is listed here, to the letter: what a new version begins as. */
    public static String rulesText(RuleSet ruleSet) {
        return text(ruleSet.id() + ".yaml");
    }

    /** The file of its acceptance cases. */
    public static String casesText(RuleSet ruleSet) {
        return text(ruleSet.id() + "-cases.csv");
    }

    static String text(String name) {
        try (InputStream in = RuleLibrary.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("取次の決まりのファイルがありません: " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package jp.toritsugi.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.questionnaire.Paths;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.YamlFile;
import jp.toritsugi.routing.Alternatives.Term;
import jp.toritsugi.routing.Rule.Stage;

/**
 * Proves of a rule set that every rule can decide some case or, among those that add, can add; that no two are in force in
 * the very same cases; and that every decided leaf has a way out other than the last resort. All sheets are looked at: every
 * complete one, and each with any of its answers left out.
 */
final class RuleSetCheck {
    private final Questionnaire questionnaire;
    private final RuleSet.Parts parts;
    private final Map<String, Integer> lines;
    private final YamlFile file;
    private final Possible possible;

    RuleSetCheck(Questionnaire questionnaire, RuleSet.Parts parts, Map<String, Integer> lines, YamlFile file) {
        this.questionnaire = questionnaire;
        this.parts = parts;
        this.lines = lines;
        this.file = file;
        this.possible = new Possible(parts.atoms());
    }

    void check() {
        Map<Long, StandingAnswers> sheets = sheets();
        long asked = parts.atoms().all().stream()
                .filter(RuleSetCheck::isOfSheet)
                .mapToLong(parts.atoms()::bit)
                .reduce(0, (one, other) -> one | other);
        List<Rule> earlier = new ArrayList<>();
        Set<String> waysOut = new LinkedHashSet<>();
        for (Rule rule : parts.rules()) {
            if (rule.stage() == Stage.OTHERWISE) {
                continue;
            }
            List<Rule> before = rule.stage() == Stage.PLUS ? List.of() : List.copyOf(earlier);
            boolean holds = false;
            boolean decides = false;
            for (Map.Entry<Long, StandingAnswers> sheet : sheets.entrySet()) {
                if (rule.stage() == Stage.RULES && sheet.getValue().leafState() == LeafState.OPEN) {
                    continue;
                }
                long bits = sheet.getKey();
                if (possible.hold(rule.applies(), List.of(), bits, asked)) {
                    holds = true;
                    if (rule.stage() == Stage.RULES) {
                        waysOut.add(place(sheet.getValue()));
                    }
                    decides |= possible.hold(
                            rule.applies(), before.stream().map(Rule::applies).toList(), bits, asked);
                }
            }
            tell(rule, holds, decides);
            ties(rule, before);
            earlier.add(rule);
        }
        dead(sheets, waysOut);
    }

    private void tell(Rule rule, boolean holds, boolean decides) {
        int line = lines.getOrDefault(rule.code(), 1);
        if (!holds) {
            file.fault(line, "決まり " + rule.code() + " の条件は、どの診断票でも成り立ちません。");
        } else if (!decides) {
            file.fault(line, "決まり " + rule.code() + " は、前の決まりが必ず先に当てはまるため、決め手になることがありません。");
        }
    }

    private void ties(Rule rule, List<Rule> before) {
        for (Rule other : before) {
            if (rule.instead() == null
                    && rule.applies().terms().equals(other.applies().terms())) {
                file.fault(
                        lines.getOrDefault(rule.code(), 1),
                        "決まり " + rule.code() + " と " + other.code() + " は、同じ条件です。どちらか一つにしてください。");
            }
        }
    }

    private void dead(Map<Long, StandingAnswers> sheets, Set<String> waysOut) {
        Set<String> told = new LinkedHashSet<>();
        for (StandingAnswers sheet : sheets.values()) {
            if (sheet.leafState() != LeafState.OPEN && !waysOut.contains(place(sheet)) && told.add(place(sheet))) {
                file.fault(
                        file.root().lineOf("rules"),
                        "区分 " + sheet.leaf() + "（" + sheet.leafState().label() + "）に当てはまる決まりがありません。");
            }
        }
    }

    private static String place(StandingAnswers sheet) {
        return sheet.leaf() + sheet.leafState();
    }

    static boolean isOfSheet(Atom atom) {
        return atom instanceof Atom.InLeaf || atom instanceof Atom.InState || atom instanceof Atom.Answered;
    }

    /** One sheet for each way the rules can see one, by its bits. */
    private Map<Long, StandingAnswers> sheets() {
        Map<Long, StandingAnswers> found = new LinkedHashMap<>();
        Set<Map<String, String>> tried = new LinkedHashSet<>();
        for (Map<String, String> complete : Paths.complete(questionnaire)) {
            List<String> questions = List.copyOf(complete.keySet());
            for (int left = 0; left < 1 << Math.min(questions.size(), 12); left++) {
                Map<String, String> answers = new LinkedHashMap<>();
                for (int i = 0; i < questions.size(); i++) {
                    if (i >= 12 || (left & 1 << i) == 0) {
                        answers.put(questions.get(i), complete.get(questions.get(i)));
                    }
                }
                if (tried.add(answers)) {
                    StandingAnswers standing = StandingAnswers.of(questionnaire, answers);
                    found.putIfAbsent(encode(standing), standing);
                }
            }
        }
        return found;
    }

    private long encode(StandingAnswers sheet) {
        Predicate<Atom> holds = atom -> {
            if (atom instanceof Atom.InLeaf leaf) {
                return leaf.leaf().equals(sheet.leaf());
            }
            if (atom instanceof Atom.InState state) {
                return state.state() == sheet.leafState();
            }
            return atom instanceof Atom.Answered answered
                    && answered.answer().equals(sheet.answers().get(answered.question()));
        };
        return parts.atoms().all().stream()
                .filter(holds)
                .mapToLong(parts.atoms()::bit)
                .reduce(0, (one, other) -> one | other);
    }

    /** For a given sheet: whether facts can be found with which something holds and other things do not. */
    static final class Possible {
        private final List<Atom> atoms;
        private final Atoms bits;

        Possible(Atoms atoms) {
            this.atoms = atoms.all();
            this.bits = atoms;
        }

        /** @param known bits that the sheet settles, of which {@code sheet} are set */
        boolean hold(Alternatives wanted, List<Alternatives> unwanted, long sheet, long known) {
            List<Term> against =
                    unwanted.stream().flatMap(one -> one.terms().stream()).toList();
            for (Term term : wanted.terms()) {
                long set = sheet | term.set();
                long unset = known & ~sheet | term.unset();
                if (isConsistent(set, unset) && fail(against, 0, set, unset)) {
                    return true;
                }
            }
            return false;
        }

        private boolean fail(List<Term> against, int next, long set, long unset) {
            if (next == against.size()) {
                return true;
            }
            Term term = against.get(next);
            if ((term.set() & unset) != 0 || (term.unset() & set) != 0) {
                return fail(against, next + 1, set, unset);
            }
            for (long bit : Alternatives.bits(term.set() & ~set)) {
                if (isConsistent(set, unset | bit) && fail(against, next + 1, set, unset | bit)) {
                    return true;
                }
            }
            for (long bit : Alternatives.bits(term.unset() & ~unset)) {
                if (isConsistent(set | bit, unset) && fail(against, next + 1, set | bit, unset)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isConsistent(long set, long unset) {
            if ((set & unset) != 0) {
                return false;
            }
            for (Atom one : atoms) {
                if ((set & bits.bit(one)) == 0) {
                    continue;
                }
                for (Atom other : atoms) {
                    boolean otherSet = (set & bits.bit(other)) != 0;
                    boolean otherUnset = (unset & bits.bit(other)) != 0;
                    if (otherUnset && implies(one, other) || otherSet && one != other && excludes(one, other)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private static boolean implies(Atom one, Atom other) {
            if (one instanceof Atom.AgeFrom older && other instanceof Atom.AgeFrom younger) {
                return older.age() >= younger.age();
            }
            if (one instanceof Atom.HandoverWithin sooner && other instanceof Atom.HandoverWithin later) {
                return sooner.years() <= later.years();
            }
            return one instanceof Atom.OfKind kind
                    && kind.kind().equals("sole-proprietor")
                    && other instanceof Atom.Small;
        }

        private static boolean excludes(Atom one, Atom other) {
            return one instanceof Atom.OfKind && other instanceof Atom.OfKind
                    || one instanceof Atom.Performance && other instanceof Atom.Performance
                    || one instanceof Atom.FactHolds holds
                            && other instanceof Atom.FactDenied denied
                            && holds.fact() == denied.fact();
        }
    }
}

package jp.toritsugi.routing;

/** The rules in force with changes, as somebody may draft them. */
public final class DraftedRules {
    private DraftedRules() {}

    /** With every item that a condition may have, and them nested, which the first version does not use all. */
    public static RuleSet withEveryItem() {
        String text = RuleLibrary.text("succession-routing/1.yaml");
        text = changed(
                text,
                "answered: { Q1-1: third-party } }",
                "answered: { Q1-1: third-party }, institutionType: [bank, shinkin] }");
        text = changed(
                text,
                "when: { leaf: A, answered: { Q1-1: employee }, kind: corporation }",
                "when: { any: [ { leaf: A, answered: { Q1-1: [employee, third-party] } }, { state: [open, clear], small: false } ] }");
        text = changed(
                text,
                "when: { performance: down }",
                "when: { performance: [down, flat], not: { any: [ { kind: corporation, fact: dispute }, { ageUnder: 58 } ] } }");
        text = changed(
                text,
                "all: [ { fact: guarantee }, { handoverWithin: 3 } ] }",
                "any: [ { fact: guarantee, handoverWithin: 3 }, { handoverWithin: 1, noFact: [loans, insolvent] } ] }");
        text = changed(
                text,
                "answered: { Q4: no } }",
                "answered: { Q4: no }, notAnswered: { Q1-1: [employee, third-party] } }");
        text = changed(
                text,
                "stepUp: { ageFrom: 75 }",
                "stepUp: { any: [ { ageFrom: 75 }, { not: { any: [ { small: true }, { place: succession-bank } ] }, performance: down } ] }");
        text = changed(text, "referral: false\n    primary: center", "referral: false");
        text = changed(text, "review: { months: 12 }\n    because: 時期", "review: { months: 4 }\n    because: 時期");
        return RuleSetFile.parse("drafted.yaml", text, Rules.QUESTIONNAIRES);
    }

    private static String changed(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalArgumentException(from);
        }
        return text.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
    }
}

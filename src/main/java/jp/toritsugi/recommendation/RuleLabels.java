package jp.toritsugi.recommendation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.organisation.InstitutionType;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.routing.Fact;
import jp.toritsugi.routing.Urgency;
import jp.toritsugi.sheet.Facts;

/** What the codes in rules are called, by code, so that whoever explains a recommendation elsewhere uses our words. */
record RuleLabels(
        Map<String, String> leafStates,
        Map<String, String> facts,
        Map<String, String> performances,
        Map<String, String> urgencies,
        Map<String, String> kinds,
        Map<String, String> institutionTypes) {

    static final RuleLabels ALL = new RuleLabels(
            labels(LeafState.values(), LeafState::code, LeafState::label),
            labels(Fact.values(), Fact::code, Fact::label),
            labels(Facts.Performance.values(), one -> one.name().toLowerCase(Locale.ROOT), Facts.Performance::label),
            labels(Urgency.values(), Urgency::code, Urgency::label),
            labels(RecipientKind.values(), RecipientKind::code, RecipientKind::label),
            labels(InstitutionType.values(), InstitutionType::code, InstitutionType::label));

    private static <T> Map<String, String> labels(T[] all, Function<T, String> code, Function<T, String> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        Arrays.stream(all).forEach(one -> labels.put(code.apply(one), label.apply(one)));
        return labels;
    }
}

package jp.toritsugi.routing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.questionnaire.LeafState;

/**
 * All that a recommendation looks at; no names. Kept with the recommendation, so that it can be made again.
 *
 * @param questionnaire code and version
 * @param day the interview's
 * @param answers that stand on the branch, the concluded ones among them
 * @param inferred the concluded ones of these
 * @param leaf with conclusions; {@code U} where undetermined
 * @param age completed years on that day, or null
 * @param birthDate or null
 * @param kind {@code corporation}, {@code sole-proprietor} or null
 * @param industry letter, perhaps with digits, or null
 * @param facts true or false; an absent one is unknown
 * @param handoverWithinYears or null
 * @param performance {@code up}, {@code flat}, {@code down} or null
 * @param adviserNamed the owner is being advised already
 * @param supportWish {@code wanted}, {@code not-now}, {@code undecided} or null
 * @param covered kinds that the owner's consent covers on that day; none = no consent at all
 * @param outsideNetwork the municipality is known to be none of the network's
 * @param openCase another case of the same firm is open
 * @param institutionType who diagnosed, or null
 */
public record RoutingCase(
        String questionnaire,
        LocalDate day,
        Map<String, String> answers,
        Map<String, String> inferred,
        String leaf,
        LeafState leafState,
        Integer age,
        LocalDate birthDate,
        String kind,
        Integer employees,
        String industry,
        String municipality,
        Map<Fact, Boolean> facts,
        Integer handoverWithinYears,
        String performance,
        boolean adviserNamed,
        String supportWish,
        Set<RecipientKind> covered,
        boolean outsideNetwork,
        boolean openCase,
        String institutionType) {

    boolean has(Fact fact) {
        return Boolean.TRUE.equals(facts.get(fact));
    }

    /** An unknown age counts as sixty to sixty-nine. */
    int countedAge() {
        return age == null ? 60 : age;
    }
}

package jp.toritsugi.routing;

import static jp.toritsugi.consent.RecipientKind.AREA_COORDINATOR;
import static jp.toritsugi.consent.RecipientKind.BANK;
import static jp.toritsugi.consent.RecipientKind.CENTER;
import static jp.toritsugi.consent.RecipientKind.CHAMBER;
import static jp.toritsugi.consent.RecipientKind.GUARANTEE;
import static jp.toritsugi.consent.RecipientKind.GUARANTEE_COORDINATOR;
import static jp.toritsugi.consent.RecipientKind.JFC;
import static jp.toritsugi.consent.RecipientKind.LAWYER;
import static jp.toritsugi.consent.RecipientKind.MANAGEMENT_CONSULTANT;
import static jp.toritsugi.consent.RecipientKind.MUNICIPALITY;
import static jp.toritsugi.consent.RecipientKind.OWN_ADVISER;
import static jp.toritsugi.consent.RecipientKind.REVITALIZATION;
import static jp.toritsugi.consent.RecipientKind.SUCCESSOR_BANK;
import static jp.toritsugi.consent.RecipientKind.YOROZU;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.Consents;
import jp.toritsugi.consent.RecipientKind;
import org.junit.jupiter.api.Test;

/** What was settled where the table leaves room. */
class SettledPointsTest {
    private static final Map<String, String> NOBODY = Map.of("Q1", "no", "Q7", "no", "Q10", "no", "Q11-1", "no");
    private static final Map<String, String> ALL_WELL =
            Map.of("Q1", "yes", "Q1-1", "relative", "Q2", "yes", "Q3", "yes", "Q4", "yes", "Q5", "yes", "Q6", "yes");
    private static final Map<String, String> TIME_IS_SHORT = Map.of("Q1", "yes", "Q2", "no", "Q8", "no", "Q9", "yes");
    private static final Map<String, String> DEALT_WITH =
            Map.of("Q1", "no", "Q7", "no", "Q10", "yes", "Q11-1", "yes", "Q11-2", "yes");

    @Test
    void first_rules_need_no_leaf_and_end_the_search() {
        Rules.Making making = Rules.sheet(Map.of()).with(Fact.INSOLVENT);
        making.performance = "down";

        Recommendation made = Rules.recommend(making);

        assertThat(made.rule()).isEqualTo("R10");
        assertThat(made.gates()).isEmpty();
        assertThat(made.primary()).isEqualTo(REVITALIZATION);
        assertThat(made.additional()).isEmpty();
        assertThat(made.referral()).isTrue();
    }

    @Test
    void closing_with_loans_goes_to_revitalisation_and_without_to_the_centre() {
        Recommendation withLoans = Rules.recommend(Rules.sheet(NOBODY).with(Fact.CLOSING, Fact.LOANS));
        Rules.Making shop = Rules.sheet(NOBODY).with(Fact.CLOSING);
        shop.kind = "sole-proprietor";
        Recommendation without = Rules.recommend(shop);

        assertThat(withLoans.rule()).isEqualTo("R11");
        assertThat(withLoans.additional()).containsExactly(CENTER, LAWYER);
        assertThat(without.rule()).isEqualTo("R12");
        assertThat(without.additional()).containsExactly(SUCCESSOR_BANK, CHAMBER);
    }

    @Test
    void small_depends_on_the_industry() {
        assertThat(ruleFor("corporation", 5, "I")).isEqualTo("R22");
        assertThat(ruleFor("corporation", 6, "I")).isEqualTo("R23");
        assertThat(ruleFor("corporation", 6, "M76")).isEqualTo("R23");
        assertThat(ruleFor("corporation", 20, "E")).isEqualTo("R22");
        assertThat(ruleFor("corporation", 21, "E")).isEqualTo("R23");
        assertThat(ruleFor("corporation", 20, "K")).isEqualTo("R22");
        assertThat(ruleFor("corporation", null, "I")).isEqualTo("R23");
        assertThat(ruleFor("sole-proprietor", null, "I")).isEqualTo("R22");
    }

    private static String ruleFor(String kind, Integer employees, String industry) {
        Rules.Making making = Rules.sheet(NOBODY);
        making.kind = kind;
        making.employees = employees;
        making.industry = industry;
        return Rules.recommend(making).rule();
    }

    @Test
    void the_municipality_bank_is_added_in_four_places_unless_open_search_is_refused() {
        Rules.Making making = Rules.sheet(NOBODY);
        making.kind = "sole-proprietor";
        for (String place : List.of("022021", "022071", "024015", "024252")) {
            making.municipality = place;
            assertThat(Rules.recommend(making).additional()).containsExactly(SUCCESSOR_BANK, MUNICIPALITY, JFC);
        }
        making.facts.put(Fact.OPEN_SEARCH, false);
        assertThat(Rules.recommend(making).additional()).containsExactly(SUCCESSOR_BANK, JFC);
        making.facts.clear();
        making.municipality = "022012";
        assertThat(Rules.recommend(making).additional()).containsExactly(SUCCESSOR_BANK, JFC);
    }

    @Test
    void later_matches_add_their_kinds_once_and_without_the_primary() {
        Rules.Making making = Rules.sheet(Map.of(
                        "Q1", "yes", "Q1-1", "employee", "Q2", "yes", "Q3", "no", "Q4", "no", "Q5", "no", "Q6", "no"))
                .with(Fact.DISPUTE, Fact.GUARANTEE);
        making.kind = "corporation";
        making.handover = 3;
        making.performance = "down";

        Recommendation made = Rules.recommend(making);

        assertThat(made.rule()).isEqualTo("R42");
        assertThat(made.primary()).isEqualTo(AREA_COORDINATOR);
        assertThat(made.additional())
                .containsExactly(
                        RecipientKind.TAX_ACCOUNTANT,
                        MANAGEMENT_CONSULTANT,
                        LAWYER,
                        GUARANTEE_COORDINATOR,
                        GUARANTEE,
                        BANK,
                        YOROZU);
    }

    @Test
    void without_consent_nothing_moves_and_the_advice_stays() {
        Recommendation made = Rules.recommend(Rules.sheet(NOBODY).covering());

        assertThat(made.gates()).containsExactly("G1");
        assertThat(made.referral()).isFalse();
        assertThat(made.primary()).isEqualTo(CENTER);
        assertThat(made.additional()).containsExactly(BANK);
        assertThat(made.blocked()).isEmpty();
        assertThat(made.urgency()).isNull();
        assertThat(made.reviewOn()).isNull();
    }

    @Test
    void the_first_consented_kind_comes_first() {
        Recommendation made =
                Rules.recommend(Rules.sheet(TIME_IS_SHORT).aged(72).covering(CENTER));

        assertThat(made.gates()).containsExactly("G2");
        assertThat(made.primary()).isEqualTo(CENTER);
        assertThat(made.additional()).isEmpty();
        assertThat(made.blocked()).containsExactly(AREA_COORDINATOR);
        assertThat(made.referral()).isTrue();
    }

    @Test
    void where_consent_covers_nobody_who_is_advised_nothing_is_handed_over() {
        Recommendation made = Rules.recommend(Rules.sheet(TIME_IS_SHORT).covering(JFC));

        assertThat(made.gates()).containsExactly("G2");
        assertThat(made.primary()).isNull();
        assertThat(made.blocked()).containsExactly(AREA_COORDINATOR, CHAMBER);
        assertThat(made.referral()).isFalse();
    }

    @Test
    void the_own_adviser_needs_no_consent_and_is_no_referral() {
        Map<String, String> adviserFound = Map.of("Q1", "no", "Q7", "no", "Q10", "no", "Q11-1", "yes", "Q11-2", "no");

        Recommendation alone = Rules.recommend(Rules.sheet(adviserFound).covering(BANK));
        Recommendation withCenter = Rules.recommend(Rules.sheet(adviserFound).covering(CENTER));

        assertThat(alone.rule()).isEqualTo("R21");
        assertThat(alone.primary()).isEqualTo(OWN_ADVISER);
        assertThat(alone.blocked()).containsExactly(CENTER);
        assertThat(alone.referral()).isFalse();
        assertThat(withCenter.primary()).isEqualTo(OWN_ADVISER);
        assertThat(withCenter.additional()).containsExactly(CENTER);
        assertThat(withCenter.referral()).isTrue();
    }

    @Test
    void gates_are_listed_in_order() {
        Rules.Making making =
                Rules.sheet(Map.of("Q1", "yes")).aged(55).wishing("not-now").covering();
        making.adviser = true;
        making.openCase = true;

        assertThat(Rules.recommend(making).gates()).containsExactly("G1", "G3", "G4", "G5", "G6", "G7");
        making.openCase = false;
        making.outside = true;
        assertThat(Rules.recommend(making).gates()).contains("G6");
    }

    @Test
    void each_stopping_gate_stops_alone() {
        Rules.Making adviser = Rules.sheet(NOBODY);
        adviser.adviser = true;
        Rules.Making outside = Rules.sheet(NOBODY);
        outside.outside = true;

        assertThat(Rules.recommend(Rules.sheet(NOBODY)).referral()).isTrue();
        assertThat(Rules.recommend(Rules.sheet(NOBODY).aged(59)).referral()).isTrue();
        assertThat(Rules.recommend(Rules.sheet(NOBODY).wishing("undecided")).referral())
                .isTrue();
        assertThat(Rules.recommend(Rules.sheet(NOBODY).wishing("not-now")).referral())
                .isFalse();
        assertThat(Rules.recommend(adviser).referral()).isFalse();
        assertThat(Rules.recommend(outside).referral()).isFalse();
    }

    @Test
    void advice_of_added_rules_is_no_referral_where_all_is_well() {
        Rules.Making making = Rules.sheet(ALL_WELL).with(Fact.GUARANTEE);
        making.kind = "corporation";
        making.handover = 1;

        Recommendation made = Rules.recommend(making);

        assertThat(made.rule()).isEqualTo("R46");
        assertThat(made.primary()).isNull();
        assertThat(made.additional()).containsExactly(GUARANTEE_COORDINATOR, GUARANTEE);
        assertThat(made.referral()).isFalse();
        assertThat(made.urgency()).isNull();
    }

    @Test
    void added_rules_advise_while_the_leaf_is_open() {
        Rules.Making making = Rules.sheet(Map.of("Q1", "yes", "Q2", "yes"));
        making.performance = "down";

        Recommendation made = Rules.recommend(making);

        assertThat(made.rule()).isNull();
        assertThat(made.gates()).containsExactly("G5");
        assertThat(made.primary()).isNull();
        assertThat(made.additional()).containsExactly(YOROZU);
        assertThat(made.reviewOn()).isEqualTo(Rules.DAY.plusDays(14));
    }

    @Test
    void urgency_is_raised_by_two_grounds_then_by_age_and_lowered_under_sixty() {
        Map<String, String> noReason = Map.of("Q1", "yes", "Q2", "no", "Q8", "yes", "Q9", "no");

        assertThat(urgency(Rules.sheet(noReason).aged(69))).isEqualTo(Urgency.LOW);
        assertThat(urgency(Rules.sheet(noReason).aged(70))).isEqualTo(Urgency.MEDIUM);
        assertThat(urgency(Rules.sheet(noReason).aged(75))).isEqualTo(Urgency.HIGH);
        assertThat(urgency(Rules.sheet(noReason).aged(70).with(Fact.HEALTH_CONCERN)))
                .isEqualTo(Urgency.HIGH);
        assertThat(urgency(Rules.sheet(noReason).aged(59))).isEqualTo(Urgency.LOW);
        assertThat(urgency(Rules.sheet(NOBODY).aged(69))).isEqualTo(Urgency.MEDIUM);
        assertThat(urgency(Rules.sheet(NOBODY).aged(69).with(Fact.HEALTH_CONCERN)))
                .isEqualTo(Urgency.HIGH);
        assertThat(urgency(Rules.sheet(NOBODY).aged(59).with(Fact.HEALTH_CONCERN)))
                .isEqualTo(Urgency.MEDIUM);
        assertThat(urgency(Rules.sheet(NOBODY).aged(59))).isEqualTo(Urgency.LOW);
        assertThat(urgency(Rules.sheet(NOBODY).aged(null))).isEqualTo(Urgency.MEDIUM);
        assertThat(urgency(Rules.sheet(NOBODY).aged(59).with(Fact.INSOLVENT))).isEqualTo(Urgency.HIGH);
    }

    private static Urgency urgency(Rules.Making making) {
        return Rules.recommend(making).urgency();
    }

    @Test
    void an_unknown_age_asks_to_be_completed() {
        assertThat(new ExplanationWords(Rules.recommend(Rules.sheet(NOBODY).aged(null))).toComplete())
                .containsExactly("age");
        assertThat(new ExplanationWords(Rules.recommend(Rules.sheet(NOBODY))).toComplete())
                .isEmpty();
    }

    @Test
    void the_next_look_is_in_twelve_months_six_or_fourteen_days() {
        assertThat(reviewOn(Rules.sheet(ALL_WELL))).isEqualTo(Rules.DAY.plusMonths(12));
        assertThat(reviewOn(Rules.sheet(DEALT_WITH))).isEqualTo(Rules.DAY.plusMonths(6));
        assertThat(reviewOn(Rules.sheet(NOBODY).wishing("not-now").aged(69))).isEqualTo(Rules.DAY.plusMonths(12));
        assertThat(reviewOn(Rules.sheet(NOBODY).wishing("not-now").aged(null))).isEqualTo(Rules.DAY.plusMonths(12));
        assertThat(reviewOn(Rules.sheet(NOBODY).wishing("not-now").aged(70))).isEqualTo(Rules.DAY.plusMonths(6));
        assertThat(reviewOn(Rules.sheet(Map.of()))).isEqualTo(Rules.DAY.plusDays(14));
        assertThat(reviewOn(Rules.sheet(NOBODY))).isNull();
    }

    @Test
    void a_round_birthday_that_comes_sooner_is_the_day_but_not_within_three_months() {
        assertThat(reviewOn(Rules.sheet(ALL_WELL).born(LocalDate.of(1950, 4, 1))))
                .isEqualTo(LocalDate.of(2020, 4, 1));
        assertThat(reviewOn(Rules.sheet(ALL_WELL).born(LocalDate.of(1949, 11, 1))))
                .isEqualTo(LocalDate.of(2020, 1, 15));
        assertThat(reviewOn(Rules.sheet(ALL_WELL).born(LocalDate.of(1949, 10, 15))))
                .isEqualTo(Rules.DAY.plusMonths(12));
        assertThat(reviewOn(Rules.sheet(ALL_WELL).born(LocalDate.of(1960, 2, 29))))
                .isEqualTo(LocalDate.of(2020, 2, 29));
        assertThat(reviewOn(Rules.sheet(ALL_WELL).born(LocalDate.of(1951, 4, 1))))
                .isEqualTo(Rules.DAY.plusMonths(12));
        assertThat(reviewOn(Rules.sheet(Map.of()).born(LocalDate.of(1949, 10, 20))))
                .isEqualTo(Rules.DAY.plusDays(14));
    }

    private static LocalDate reviewOn(Rules.Making making) {
        return Rules.recommend(making).reviewOn();
    }

    @Test
    void what_is_inside_the_centre_is_covered_as_the_consents_say_on_every_day() {
        for (LocalDate day : List.of(LocalDate.of(2021, 3, 31), LocalDate.of(2021, 4, 1))) {
            var covered = ConsentCover.of(
                    new Consents(List.of(new ConsentGiven(CENTER, true, day, ConsentGiven.Means.ORAL, null))), day);
            for (KindNames kind : Rules.FIRST.parts().names().values()) {
                boolean inside = kind.inside() == CENTER && !day.isBefore(kind.insideFrom());
                assertThat(covered.contains(kind.kind()))
                        .as("%s %s", kind.kind(), day)
                        .isEqualTo(inside || kind.kind() == CENTER);
            }
        }
    }

    @Test
    void kinds_are_called_by_the_name_of_the_day() {
        assertThat(Rules.FIRST.name(CENTER, LocalDate.of(2021, 3, 31)).name()).isEqualTo("事業引継ぎ支援センター");
        assertThat(Rules.FIRST.name(CENTER, LocalDate.of(2021, 4, 1)).name()).isEqualTo("事業承継・引継ぎ支援センター");
        assertThat(Rules.FIRST.name(REVITALIZATION, LocalDate.of(2022, 3, 31)).name())
                .isEqualTo("中小企業再生支援協議会");
        assertThat(Rules.FIRST.name(REVITALIZATION, LocalDate.of(2022, 4, 1)).name())
                .isEqualTo("中小企業活性化協議会");
    }

    @Test
    void the_nearest_change_is_said_in_a_sentence() {
        Rules.Making making = Rules.sheet(Map.of(
                "Q1", "yes", "Q1-1", "relative", "Q2", "yes", "Q3", "yes", "Q4", "yes", "Q5", "no", "Q6", "yes"));

        assertThat(new ExplanationWords(Rules.recommend(making)).changes())
                .contains("Q5が「はい」なら、取次不要になります（R46「準備は順調。年1回確認」）。");
    }
}

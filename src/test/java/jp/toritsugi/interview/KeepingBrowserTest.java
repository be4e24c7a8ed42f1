package jp.toritsugi.interview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.TabletModules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the tablet keeps, case by case: the modules in a real browser, with its real encryption and its real database. */
class KeepingBrowserTest {
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void open() {
        browser = Browser.start();
        page = TabletModules.open(browser);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void practice_has_no_way_out() {
        assertThat(run("practice_has_no_way_out"))
                .isEqualTo(Map.of("sheets", 0, "said", 0, "unsent", true, "rescued", true));
    }

    @Test
    void nothing_about_firms_lies_in_the_clear() {
        Map<String, Object> kept = run("nothing_about_firms_lies_in_the_clear");
        assertThat((Integer) kept.get("records")).isGreaterThan(3);
        assertThat(kept.get("leaks")).isEqualTo(0);
    }

    @Test
    void a_locked_tablet_shows_nothing_and_a_wrong_pin_opens_nothing() {
        assertThat(run("a_locked_tablet_shows_nothing_and_a_wrong_pin_opens_nothing"))
                .isEqualTo(Map.of(
                        "refused",
                        "locked",
                        "tries",
                        List.of(0, 0, 5, 5, 5),
                        "early",
                        true,
                        "later",
                        true,
                        "firms",
                        List.of("秘密堂")));
    }

    @Test
    void weak_pins_are_refused() {
        assertThat(evaluate("weak_pins_are_refused"))
                .isEqualTo(List.of("weak-pin", "weak-pin", "weak-pin", "weak-pin"));
    }

    @Test
    void what_anybody_would_guess_is_no_pin() {
        assertThat(run("what_anybody_would_guess_is_no_pin").values())
                .doesNotContain("taken")
                .allSatisfy(said ->
                        assertThat((String) said).containsAnyOf("暗証番号", "同じ文字の繰", "続いた数字や", "誕生日のよう", "多くの人が使"));
    }

    @Test
    void a_pin_is_changed_and_what_is_kept_stays() {
        Map<String, Object> changed = run("a_pin_is_changed_and_what_is_kept_stays");
        assertThat((String) changed.remove("wrong")).contains("PINが違います");
        assertThat(changed)
                .isEqualTo(Map.of(
                        "weak",
                        "weak-pin",
                        "changed",
                        true,
                        "old",
                        false,
                        "again",
                        true,
                        "firms",
                        List.of("変更堂"),
                        "name",
                        true));
    }

    @Test
    void an_old_weak_pin_opens_and_is_to_be_changed() {
        Map<String, Object> old = run("an_old_weak_pin_opens_and_is_to_be_changed");
        assertThat(old.get("opened")).isEqualTo(true);
        assertThat(old.get("advised")).isEqualTo(true);
    }

    @Test
    void a_rescue_file_needs_a_passphrase_that_nobody_guesses() {
        Map<String, Object> answer = run("a_rescue_file_needs_a_passphrase_that_nobody_guesses");
        assertThat(answer.get("made")).isEqualTo(50);
        assertThat(answer.get("shape")).isEqualTo(true);
        assertThat(answer.get("said"))
                .isEqualTo(Map.of(
                        "短い", "weak-passphrase",
                        "480257193604", "weak-passphrase",
                        "passwordpassword", "weak-passphrase",
                        "abcdefghijklm", "weak-passphrase",
                        "りんごりんごりんごりんご", "weak-passphrase",
                        "ringo minato taiko yuki", "taken",
                        "りんご みなと たいこ ゆきぐに", "taken",
                        "kx7mqx2rt9wfe", "taken",
                        "made", "taken"));
    }

    @Test
    void what_comes_back_again_and_again_is_told_and_arrives_in_the_end() {
        Map<String, Object> answer = run("what_comes_back_again_and_again_is_told_and_arrives_in_the_end");
        assertThat(((List<?>) answer.remove("told")).get(4)).isEqualTo(true);
        assertThat(answer)
                .isEqualTo(Map.of(
                        "says",
                        "受付番号 AB12 をお知らせください。",
                        "place",
                        "device",
                        "stuck",
                        1,
                        "tries",
                        true,
                        "after",
                        List.of("confirmed", "confirmed"),
                        "gone",
                        0));
    }

    @Test
    void a_day_of_being_asked_to_wait_is_told_too() {
        Map<String, Object> answer = run("a_day_of_being_asked_to_wait_is_told_too");
        assertThat(answer.get("waited")).isEqualTo(1);
        assertThat(answer.get("later")).isEqualTo(2);
        assertThat(answer.get("soon")).isNull();
        assertThat(answer.get("aDayLater")).isEqualTo("ただいま混み合っています。");
    }

    @Test
    void a_server_that_does_not_know_who_asks_is_told_after_some_tries() {
        Map<String, Object> answer = run("a_server_that_does_not_know_who_asks_is_told_after_some_tries");
        assertThat(answer.get("first")).isNull();
        assertThat(answer.get("last")).isEqualTo("不具合が起きました。");
        assertThat(answer.get("after")).isNull();
        assertThat(answer.get("places")).isEqualTo(List.of("confirmed"));
    }

    @Test
    void an_answer_that_is_final_is_shown_with_its_sentence() {
        assertThat(run("an_answer_that_is_final_is_shown_with_its_sentence"))
                .isEqualTo(Map.of(
                        "400", "refused 文400",
                        "403", "refused 文403",
                        "404", "refused 文404",
                        "409", "refused 文409",
                        "413", "refused 文413",
                        "422", "refused 文422"));
    }

    @Test
    void a_correction_that_is_refused_is_no_conflict() {
        assertThat(run("a_correction_that_is_refused_is_no_conflict"))
                .isEqualTo(Map.of("place", "refused", "says", "この管理番号は使われています。"));
    }

    @Test
    void no_name_is_in_any_address() {
        Map<String, Object> answer = run("no_name_is_in_any_address");
        assertThat(answer.get("asked")).isEqualTo(true);
        assertThat(answer.get("named")).isEqualTo(0);
        assertThat(answer.get("search"))
                .isEqualTo(Map.of(
                        "method", "POST", "path", "/api/v1/diagnoses/search", "body", "{\"q\":\"秘密堂\",\"limit\":50}"));
    }

    @Test
    void a_log_in_run_out_loses_nothing_and_blocks_nothing() {
        assertThat(run("a_log_in_run_out_loses_nothing_and_blocks_nothing"))
                .isEqualTo(Map.of(
                        "expired",
                        true,
                        "before",
                        List.of("device"),
                        "saved",
                        36,
                        "after",
                        List.of("confirmed", "draft"),
                        "known",
                        true));
    }

    @Test
    void a_refused_sheet_says_why_and_goes_when_it_is_mended() {
        assertThat(run("a_refused_sheet_says_why_and_goes_when_it_is_mended"))
                .isEqualTo(Map.of("place", "refused", "status", 400, "after", List.of("confirmed")));
    }

    @Test
    void what_was_held_elsewhere_stays_says_why_and_goes_when_its_person_is_back() {
        assertThat(run("what_was_held_elsewhere_stays_says_why_and_goes_when_its_person_is_back"))
                .isEqualTo(Map.of(
                        "place",
                        "refused",
                        "problem",
                        "urn:toritsugi:problem:held-elsewhere",
                        "again",
                        0,
                        "away",
                        List.of(false, true, 0),
                        "mendedPlace",
                        "refused",
                        "after",
                        List.of("confirmed", "confirmed"),
                        "signed",
                        1,
                        "said",
                        1));
    }

    @Test
    void a_signature_of_another_place_waits_too() {
        assertThat(run("a_signature_of_another_place_waits_too"))
                .isEqualTo(Map.of(
                        "away", List.of("urn:toritsugi:problem:held-elsewhere", 0),
                        "back", 1,
                        "places", List.of("confirmed")));
    }

    @Test
    void a_tablet_of_another_network_says_so() {
        assertThat(run("a_tablet_of_another_network_says_so"))
                .isEqualTo(Map.of(
                        "foreign", true, "sent", 0, "after", false, "places", List.of("confirmed", "confirmed")));
    }

    @Test
    void a_discarded_correction_keeps_the_signature_of_what_was_sent() {
        assertThat(run("a_discarded_correction_keeps_the_signature_of_what_was_sent"))
                .isEqualTo(Map.of("sent", List.of(1), "there", 1));
    }

    @Test
    void what_was_refused_and_tried_again_is_not_taken_back() {
        assertThat(run("what_was_refused_and_tried_again_is_not_taken_back"))
                .isEqualTo(Map.of("places", List.of("confirmed"), "Q8", List.of("no", "yes")));
    }

    @Test
    void a_clock_set_back_does_not_prolong_the_wait() {
        assertThat(run("a_clock_set_back_does_not_prolong_the_wait"))
                .isEqualTo(Map.of("waitSeconds", 5, "later", true));
    }

    @Test
    void a_conflict_shows_both_sides_and_lets_the_person_choose() {
        assertThat(run("a_conflict_shows_both_sides_and_lets_the_person_choose"))
                .isEqualTo(Map.of(
                        "before", List.of("conflict"),
                        "rows", List.of("answers.Q8", "note"),
                        "labels", List.of("Q8", "備考"),
                        "after", List.of("confirmed"),
                        "note", "よそで",
                        "Q8", "yes",
                        "revisions", 3));
    }

    @Test
    void a_rescue_file_is_read_twice_and_arrives_once() {
        assertThat(run("a_rescue_file_is_read_twice_and_arrives_once"))
                .isEqualTo(Map.of(
                        "wrong", "passphrase",
                        "first", Map.of("restored", 2, "already", 0),
                        "second", Map.of("restored", 0, "already", 2),
                        "revisions", 1,
                        "sheets", 1,
                        "there", List.of("救出堂", "途中堂"),
                        "here", List.of("confirmed", "draft")));
    }

    @Test
    void logging_out_with_unsent_sheets_needs_a_choice() {
        Map<String, Object> left = run("logging_out_with_unsent_sheets_needs_a_choice");
        assertThat((String) left.remove("says")).contains("1件", "二度と戻りません");
        assertThat(left)
                .isEqualTo(
                        Map.of("unsent", 1, "kept", true, "state", "locked", "there", 1, "gone", true, "after", "new"));
    }

    @Test
    void a_revoked_tablet_wipes_itself() {
        assertThat(run("a_revoked_tablet_wipes_itself"))
                .isEqualTo(Map.of("state", "revoked", "sheets", 0, "about", List.of("device")));
    }

    @Test
    void two_windows_do_not_write_over_each_other() {
        assertThat(evaluate("two_windows_do_not_write_over_each_other")).isEqualTo("elsewhere");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> run(String name) {
        return (Map<String, Object>) evaluate(name);
    }

    private static Object evaluate(String name) {
        return page.evaluate("async name => (await import('/tablet/keep-cases.js')).cases[name]()", name);
    }
}

package jp.toritsugi.interview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.enterprise.EnterpriseKind;
import jp.toritsugi.routing.Urgency;
import jp.toritsugi.sheet.Facts;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.SheetDescription;
import jp.toritsugi.testing.Browser;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The tablet says codes in the server's words. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TabletWordsBrowserTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/")
    String address;

    @Inject
    SheetDescription description;

    @Test
    void every_code_has_the_servers_word() throws IOException {
        try (Browser browser = Browser.start()) {
            Page page = browser.loggedIn("minato-officer", address + "interview");
            JsonNode words =
                    JSON.readTree(page.evaluate("async () => JSON.stringify(await import('/tablet/screens/words.js'))")
                            .toString());

            assertThat(said(words, "OCCASIONS"))
                    .isEqualTo(labels(NewDiagnosis.Occasion.values(), NewDiagnosis.Occasion::label));
            assertThat(said(words, "MANNERS"))
                    .isEqualTo(labels(NewDiagnosis.Manner.values(), NewDiagnosis.Manner::label));
            assertThat(said(words, "WISHES"))
                    .isEqualTo(labels(NewDiagnosis.SupportWish.values(), NewDiagnosis.SupportWish::label));
            assertThat(said(words, "SUPPORTS"))
                    .isEqualTo(labels(NewDiagnosis.DesiredSupport.values(), NewDiagnosis.DesiredSupport::label));
            assertThat(said(words, "PERFORMANCES"))
                    .isEqualTo(labels(Facts.Performance.values(), Facts.Performance::label));
            assertThat(said(words, "KINDS")).isEqualTo(labels(EnterpriseKind.values(), EnterpriseKind::label));
            assertThat(said(words, "MEANS")).isEqualTo(labels(ConsentGiven.Means.values(), ConsentGiven.Means::label));
            assertThat(said(words, "RECIPIENTS")).isEqualTo(labels(RecipientKind.values(), RecipientKind::label));
            assertThat(said(words, "URGENCIES"))
                    .isEqualTo(Arrays.stream(Urgency.values())
                            .collect(java.util.stream.Collectors.toMap(Urgency::code, Urgency::label)));
        }
    }

    @Test
    void every_field_of_a_conflict_is_called_as_the_server_calls_it() throws IOException {
        Map<String, String> labels = new LinkedHashMap<>();
        SheetPaths.withSamples().forEach((path, sample) -> labels.put(path, label(path, sample)));

        try (Browser browser = Browser.start()) {
            Page page = browser.loggedIn("minato-officer", address + "interview");
            JsonNode fields =
                    JSON.readTree(page.evaluate("async () => JSON.stringify(await import('/tablet/keep/fields.js'))")
                            .toString());

            assertThat(said(fields, "FIELDS")).containsAllEntriesOf(labels).hasSize(labels.size() + 1);
            assertThat(said(fields, "FIELDS")).containsEntry("questionnaire", "調査票");
        }
    }

    /** As a sheet's page says it: the one line in which it differs when this field has another value. */
    private String label(String path, JsonNode sample) {
        List<SheetDescription.Section> before = description.sections(SheetPaths.sheet("note", null));
        for (SheetDescription.Section section : description.sections(SheetPaths.sheet(path, sample))) {
            for (SheetDescription.Line line : section.lines()) {
                if (before.stream()
                        .noneMatch(one -> one.title().equals(section.title())
                                && one.lines().contains(line))) {
                    String label = path.equals("consents") ? section.title() : line.label();
                    return section.title().equals("代表者") ? "代表者：" + label : label;
                }
            }
        }
        throw new AssertionError("the server has no word for " + path);
    }

    private static Map<String, String> said(JsonNode words, String name) {
        return JSON.convertValue(words.get(name), new TypeReference<>() {});
    }

    /** The code as it is sent, and the word. */
    private static <T> Map<String, String> labels(T[] values, Function<T, String> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (T value : values) {
            labels.put(JSON.convertValue(value, String.class), label.apply(value));
        }
        return labels;
    }
}

package jp.toritsugi.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.toritsugi.testing.TabletEngine;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tablet follows a questionnaire as we do: states, leaf, next question and conclusions of every sheet there can be. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TabletBranchingBrowserTest {
    private static final int BLOCK = 2048;
    private static final Set<String> CORE = Set.of("Q1", "Q2", "Q7");
    private static final String STATES = "+-.^";

    private static TabletEngine tablet;

    @TestHTTPResource("/")
    String address;

    private final QuestionnaireLibrary library = QuestionnaireLibrary.load();

    @BeforeEach
    void open() {
        if (tablet == null) {
            tablet = TabletEngine.open(address);
        }
    }

    @AfterAll
    static void close() {
        if (tablet != null) {
            tablet.close();
            tablet = null;
        }
    }

    /**
     * Every assignment of absent, yes, no and unknown to the questions that branch, with every one of absent, yes and no to
     * those that settle a leaf: 1,259,712 sheets on and off every branch.
     */
    @Test
    void every_sheet_of_2016_is_followed_alike() {
        Questionnaire sheet = questionnaire("2016");
        int followed = followAlike(
                sheet,
                sheet.questions().stream()
                        .map(question -> question.code().equals("Q1-1")
                                ? Arrays.asList((String) null)
                                : CORE.contains(question.code())
                                        ? Arrays.asList(null, "yes", "no", "unknown")
                                        : Arrays.asList(null, "yes", "no"))
                        .toList());
        assertThat(followed).isEqualTo(64 * 19_683);
        assertThat(tablet.complaints()).isEmpty();
    }

    /** Every answer, absence and a non-response to every question. */
    @Test
    void every_sheet_of_2022_is_followed_alike() {
        Questionnaire sheet = questionnaire("2022");
        int followed = followAlike(
                sheet,
                sheet.questions().stream()
                        .map(question -> {
                            List<String> values = new ArrayList<>(Arrays.asList(null, "unknown"));
                            question.choices().forEach(choice -> values.add(choice.code()));
                            return values;
                        })
                        .toList());
        assertThat(followed).isEqualTo(25_600);
    }

    @Test
    void sheets_with_every_kind_of_answer_and_words_that_are_none_are_followed_alike() {
        for (String version : List.of("2016", "2022")) {
            Questionnaire sheet = questionnaire(version);
            List<Map<String, String>> sheets = new ArrayList<>(Paths.complete(sheet));
            Random random = new Random(5);
            while (sheets.size() < 5_000) {
                sheets.add(anyhow(sheet, random));
            }
            List<String> expected =
                    sheets.stream().map(answers -> spelled(sheet, answers)).toList();
            List<String> found = new ArrayList<>();
            tablet.ask("follow", Map.of("id", sheet.id().toString(), "sheets", sheets))
                    .forEach(text -> found.add(text.asText()));
            assertThat(found).isEqualTo(expected);
        }
    }

    /**
     * Before, between and after the answers of every complete sheet, and after going back on its first answer, what is said
     * to be left is the fewest and the most of all the ways there are.
     */
    @Test
    void the_questions_left_are_counted_alike_and_never_exceeded() {
        for (String version : List.of("2016", "2022")) {
            Questionnaire sheet = questionnaire(version);
            List<Map<String, String>> sheets = begun(sheet);
            JsonNode found = tablet.ask("left", Map.of("id", sheet.id().toString(), "sheets", sheets));
            assertThat(found).hasSizeGreaterThan(100);
            for (int i = 0; i < sheets.size(); i++) {
                Paths.Remaining expected = Paths.remaining(sheet, sheets.get(i));
                JsonNode left = found.get(i);
                assertThat(new Paths.Remaining(
                                left.get("least").asInt(), left.get("most").asInt()))
                        .as("%s", sheets.get(i))
                        .isEqualTo(expected);
                assertThat(left.get("longest").asInt()).isLessThanOrEqualTo(expected.most());
            }
        }
    }

    private static List<Map<String, String>> begun(Questionnaire sheet) {
        Set<Map<String, String>> begun = new LinkedHashSet<>();
        for (Map<String, String> complete : Paths.complete(sheet)) {
            List<String> asked = List.copyOf(complete.keySet());
            for (int left = 0; left < 1 << asked.size(); left++) {
                int without = left;
                Map<String, String> answers = IntStream.range(0, asked.size())
                        .filter(i -> (without & 1 << i) == 0)
                        .mapToObj(asked::get)
                        .collect(
                                Collectors.toMap(code -> code, complete::get, (one, other) -> one, LinkedHashMap::new));
                begun.add(answers);
            }
            for (Choice other : sheet.questions().get(0).choices()) {
                Map<String, String> back = new LinkedHashMap<>(complete);
                back.put(asked.get(0), other.code());
                begun.add(back);
            }
        }
        return List.copyOf(begun);
    }

    private static Map<String, String> anyhow(Questionnaire sheet, Random random) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Question question : sheet.questions()) {
            List<String> values = new ArrayList<>(List.of("unknown", "declined", "not-asked", "はい"));
            question.choices().forEach(choice -> values.addAll(List.of(choice.code(), choice.code(), choice.code())));
            if (random.nextInt(5) > 0) {
                answers.put(question.code(), values.get(random.nextInt(values.size())));
            }
        }
        return answers;
    }

    /** Both count through the same sheets; only where a block of them differs are they looked at one by one. */
    private int followAlike(Questionnaire sheet, List<List<String>> values) {
        int total = values.stream().mapToInt(List::size).reduce(1, (one, other) -> one * other);
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("id", sheet.id().toString());
        question.put("values", values);
        question.put("total", total);
        question.put("block", BLOCK);
        CompletableFuture<int[]> counting =
                CompletableFuture.supplyAsync(() -> IntStream.range(0, (total + BLOCK - 1) / BLOCK)
                        .map(block -> hashed(sheet, values, block * BLOCK, total))
                        .toArray());
        JsonNode found = tablet.ask("follow", question);
        int[] expected = counting.join();
        assertThat(found).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            if (found.get(i).asInt() != expected[i]) {
                question.put("spell", i * BLOCK);
                difference(sheet, values, i * BLOCK, tablet.ask("follow", question));
            }
        }
        return total;
    }

    private static void difference(Questionnaire sheet, List<List<String>> values, int from, JsonNode found) {
        for (int i = 0; i < found.size(); i++) {
            Map<String, String> answers = sheet(sheet, values, from + i);
            assertThat(found.get(i).asText()).as("%s", answers).isEqualTo(spelled(sheet, answers));
        }
        fail("a block from " + from + " differs, and no sheet in it");
    }

    private static int hashed(Questionnaire sheet, List<List<String>> values, int from, int total) {
        int hash = 0x811c9dc5;
        for (int number = from; number < Math.min(from + BLOCK, total); number++) {
            String text = spelled(sheet, sheet(sheet, values, number));
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 16777619;
            }
        }
        return hash;
    }

    private static Map<String, String> sheet(Questionnaire questionnaire, List<List<String>> values, int number) {
        Map<String, String> answers = new LinkedHashMap<>();
        int rest = number;
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i).get(rest % values.get(i).size());
            rest /= values.get(i).size();
            if (value != null) {
                answers.put(questionnaire.questions().get(i).code(), value);
            }
        }
        return answers;
    }

    private static String spelled(Questionnaire questionnaire, Map<String, String> answers) {
        Reading reading = questionnaire.read(answers);
        String next = reading.next().map(Question::code).orElse("");
        StringBuilder text = new StringBuilder(64);
        List<String> parked = new ArrayList<>();
        reading.states().forEach((code, state) -> {
            text.append(STATES.charAt(state.ordinal()));
            if (state == AnswerState.OFF_BRANCH) {
                parked.add(code);
            }
        });
        List<String> path = next.isEmpty()
                ? reading.path()
                : reading.path().subList(0, reading.path().indexOf(next) + 1);
        text.append('|').append(String.join(",", path)).append('|').append(next);
        text.append('|').append(reading.leaf()).append(reading.leafState().code());
        text.append('|').append(String.join(",", parked)).append('|');
        Inference inference = reading.inference();
        inference.answers().forEach((code, answer) -> text.append(code).append(answer));
        text.append('|').append(inference.conflict()).append('|').append(inference.leaf());
        return text.append(inference.leafState().code()).toString();
    }

    private Questionnaire questionnaire(String version) {
        return library.find(new QuestionnaireId("succession-diagnosis", version))
                .orElseThrow();
    }
}

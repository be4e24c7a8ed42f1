package jp.toritsugi.recommendation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.routing.Fact;

/** Sheets of all sorts, as they are sent in; the same ones every time. */
final class RandomSheets {
    private static final LocalDate FIRST = LocalDate.of(2016, 12, 5);
    private static final int DAYS = 3_000;

    /** On which names and consents change, and from which a month is short. */
    private static final List<LocalDate> TURNS = List.of(
            LocalDate.of(2021, 3, 31),
            LocalDate.of(2021, 4, 1),
            LocalDate.of(2022, 3, 31),
            LocalDate.of(2022, 4, 1),
            LocalDate.of(2019, 8, 31),
            LocalDate.of(2020, 2, 29));

    private final Questionnaire questionnaire;
    private final Random random;

    RandomSheets(Questionnaire questionnaire, long seed) {
        this.questionnaire = questionnaire;
        this.random = new Random(seed);
    }

    Map<String, Object> next() {
        LocalDate day =
                random.nextInt(3) == 0 ? TURNS.get(random.nextInt(TURNS.size())) : FIRST.plusDays(random.nextInt(DAYS));
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("questionnaire", questionnaire.id().toString());
        sheet.put("interviewedOn", day.toString());
        sheet.put("enterprise", enterprise());
        sheet.put("answers", answers());
        sheet.put("facts", facts());
        put(sheet, "representative", person(day), 6);
        put(sheet, "supportWish", one("wanted", "wanted", "wanted", "wanted", "not-now", "undecided"), 6);
        put(sheet, "consents", consents(day), 8);
        return sheet;
    }

    private Map<String, Object> enterprise() {
        Map<String, Object> firm = new LinkedHashMap<>();
        firm.put("name", "りんご堂");
        put(firm, "kind", one("corporation", "sole-proprietor"), 4);
        put(firm, "employees", one(0, 5, 6, 20, 21, 300), 4);
        put(firm, "industry", one("I", "E", "D", "M", "R", "I5611"), 4);
        put(firm, "municipality", one("022021", "022012", "022071", "024252", "022021", "052019"), 4);
        return firm;
    }

    /** Most of them complete on one branch, so that the later rules are reached. */
    private Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        boolean careless = random.nextInt(4) == 0;
        for (Question question : questionnaire.questions()) {
            boolean asked = question.code()
                    .equals(questionnaire
                            .read(answers)
                            .next()
                            .map(Question::code)
                            .orElse(""));
            int chance = random.nextInt(12);
            if (careless && chance < 3 || asked && chance == 0) {
                answers.put(question.code(), one("unknown", "declined", "not-asked"));
            } else if (asked ? chance > 1 : careless && chance < 6) {
                answers.put(
                        question.code(),
                        question.choices()
                                .get(random.nextInt(question.choices().size()))
                                .code());
            }
        }
        return answers;
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        int most = random.nextInt(3) == 0 ? 6 : 2;
        for (int i = random.nextInt(most); i > 0; i--) {
            facts.put(Fact.values()[random.nextInt(Fact.values().length)].code(), random.nextInt(4) > 0);
        }
        put(facts, "handoverWithinYears", one(0, 1, 2, 3, 4, 10), 2);
        put(facts, "performance", one("up", "flat", "down"), 3);
        put(facts, "adviser", one("顧問税理士", " ", "　"), 1);
        return facts;
    }

    private Map<String, Object> person(LocalDate day) {
        Map<String, Object> person = new LinkedHashMap<>();
        if (random.nextInt(3) == 0) {
            person.put("age", 52 + random.nextInt(30));
        } else if (random.nextInt(6) > 0) {
            LocalDate birth = day.minusYears(52 + random.nextInt(30)).minusDays(random.nextInt(366));
            person.put("birthDate", (random.nextInt(9) == 0 ? LocalDate.of(1948, 2, 29) : birth).toString());
        }
        return person;
    }

    private List<Map<String, Object>> consents(LocalDate day) {
        List<RecipientKind> kinds = new ArrayList<>(Arrays.asList(RecipientKind.values()));
        java.util.Collections.shuffle(kinds, random);
        int count = random.nextInt(3) == 0 ? kinds.size() : random.nextInt(6);
        List<Map<String, Object>> consents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> consent = new LinkedHashMap<>();
            consent.put("recipient", kinds.get(random.nextInt(8) == 0 ? 0 : i).code());
            consent.put("given", random.nextInt(8) > 0);
            consent.put("on", day.toString());
            put(consent, "withdrawnOn", day.toString(), 1);
            consents.add(consent);
        }
        return consents;
    }

    /** Left out but so many times in ten. */
    private void put(Map<String, Object> where, String name, Object value, int times) {
        if (random.nextInt(10) < times) {
            where.put(name, value);
        }
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }
}

package jp.toritsugi.samefirm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.diagnosis.BulkRecorder;
import jp.toritsugi.diagnosis.BulkRecorder.Hand;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A thousand attacks on what stands on another institution's sheet. Each is carried out on two firms whose secrets differ,
 * in the same steps: imports, sheets with a guessed telephone or representative, corrections of day and name, withdrawals,
 * the same again under new ids. As nothing in the answers tells the two apart, no guess has become better. Nobody is
 * silenced here by the number of a day.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(DuplicateAttacksResourceTest.AsOftenAsOneLikes.class)
class DuplicateAttacksResourceTest {
    private static final int ATTACKS = 1000;

    /** Corrections go one by one, which takes its time: so many attacks try them, each several times. */
    private static final int WITH_CORRECTIONS = 100;

    private static final LocalDate TODAY = LocalDate.now();
    private static final LocalDate OLDEST = TODAY.withDayOfYear(1).minusYears(1);
    private static final List<String> PHONES = List.of("0172-11-2345", "0172-22-3456", "0172-33-4567", "0172-44-5678");
    private static final List<String> PEOPLE = List.of("弘前 太郎", "青森 次子", "八戸 三吉", "五所川原 花");

    public static class AsOftenAsOneLikes implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("toritsugi.duplicates.told-a-day", "1000000");
        }
    }

    private static final Viewer MINATO = officer("minato-officer", "minato-cci");
    private static final Viewer RINGO = officer("ringo-officer", "ringo-bank");

    private static Viewer officer(String user, String institution) {
        return new Viewer(user, user, Roles.OFFICER, "02", "", institution, "", null);
    }

    /** What the attacker wants to know. */
    private record Secret(LocalDate day, String phone, String person) {
        static Secret of(Random random) {
            return new Secret(anyDay(OLDEST, random), any(PHONES, random), any(PEOPLE, random));
        }
    }

    /** One attack on one of its two firms, and what the attacker was answered. */
    private record Attack(int seed, String firm, Secret secret, List<Boolean> answers) {}

    @Inject
    BulkRecorder recorder;

    @Inject
    WhoAsks who;

    @Inject
    ObjectMapper mapper;

    private Office ringo;

    @BeforeEach
    void open() {
        ringo = Office.of("ringo-officer");
    }

    @Test
    void a_thousand_attacks_tell_neither_day_nor_telephone_nor_representative() {
        List<Attack> attacks = new ArrayList<>();
        for (int seed = 0; seed < ATTACKS; seed++) {
            Random random = new Random(seed);
            for (int world = 0; world < 2; world++) {
                Secret secret = Secret.of(random);
                attacks.add(new Attack(seed, name(new Random(2L * seed + world)), secret, new ArrayList<>()));
            }
        }
        recorded(
                MINATO,
                attacks.stream()
                        .map(attack ->
                                json(attack.firm, attack.secret.day, attack.secret.phone, attack.secret.person, ""))
                        .toList());
        byLists(attacks, "A");
        byGuessedTelephones(attacks);
        attacks.subList(0, 2 * WITH_CORRECTIONS).forEach(this::byCorrections);
        byLists(attacks, "B");

        int told = 0;
        for (int i = 0; i < attacks.size(); i += 2) {
            assertThat(attacks.get(i).answers)
                    .as("seed %d: %s or %s", attacks.get(i).seed, attacks.get(i).secret, attacks.get(i + 1).secret)
                    .isEqualTo(attacks.get(i + 1).answers);
            told += attacks.get(i).answers.contains(true) ? 1 : 0;
        }
        assertThat(told).as("attacks in which the firm itself was met").isEqualTo(ATTACKS);
    }

    /** The right name with a guessed day and representative, all attacks in one file. */
    private void byLists(List<Attack> attacks, String number) {
        StringBuilder file = new StringBuilder("管理番号,診断日,事業者名,市町村コード,代表者名,代表者年齢,Q1,Q2,Q8\r\n");
        for (int i = 0; i < attacks.size(); i++) {
            Random random = new Random(attacks.get(i).seed * 31L + number.charAt(0));
            file.append(number + i + "," + anyDay(LocalDate.of(2023, 1, 1), random) + "," + attacks.get(i).firm
                    + ",022021," + any(PEOPLE, random) + ",66,はい,いいえ,いいえ\r\n");
        }
        List<Integer> told = ringo.request()
                .multiPart("file", "x.csv", file.toString().getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/api/v1/imports?dryRun=false&mode=good-lines")
                .then()
                .statusCode(200)
                .extract()
                .path("flagged.findAll { it.flag == 'seen-elsewhere' }.line");
        for (int i = 0; i < attacks.size(); i++) {
            attacks.get(i).answers.add(told.contains(i + 2));
        }
    }

    /** A sheet of another firm with a guessed telephone and representative each. */
    private void byGuessedTelephones(List<Attack> attacks) {
        List<Boolean> told = recorded(
                RINGO,
                attacks.stream()
                        .map(attack -> {
                            Random random = new Random(attack.seed * 37L);
                            return json(
                                    attack.firm.charAt(0) + name(new Random(~attack.seed)),
                                    anyDay(OLDEST, random),
                                    any(PHONES, random),
                                    any(PEOPLE, random),
                                    "");
                        })
                        .toList());
        for (int i = 0; i < attacks.size(); i++) {
            attacks.get(i).answers.add(told.get(i));
        }
    }

    /** A sheet of another firm, corrected into the right name and from day to day, then sometimes taken back. */
    private void byCorrections(Attack attack) {
        Random random = new Random(attack.seed * 41L);
        UUID id = UUID.randomUUID();
        String phone = any(PHONES, random);
        String person = any(PEOPLE, random);
        attack.answers.add(told(ringo.request()
                .contentType(ContentType.JSON)
                .body(json(attack.firm.charAt(0) + name(random), anyDay(OLDEST, random), phone, person, ""))
                .put("/api/v1/diagnoses/{id}", id)));
        for (int revision = 1; revision <= 3; revision++) {
            LocalDate day = anyDay(LocalDate.of(2023, 1, 1), random);
            attack.answers.add(told(ringo.request()
                    .contentType(ContentType.JSON)
                    .header("If-Match", revision)
                    .body(json(attack.firm, day, phone, person, ", \"reason\": \"訂正\""))
                    .put("/api/v1/diagnoses/{id}", id)));
        }
        if (random.nextBoolean()) {
            ringo.withdraw(id).then().statusCode(200);
        }
    }

    /** Many sheets by one officer; of each whether the firm was said to be seen elsewhere. */
    private List<Boolean> recorded(Viewer officer, List<String> sheets) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<BulkRecorder.Item> items = sheets.stream()
                .map(sheet -> new BulkRecorder.Item(
                        new DiagnosisId(UUID.randomUUID()), officer.institution(), read(sheet), now))
                .toList();
        Hand hand = Hand.of(officer);
        return who.inTheNameOf(officer, () -> QuarkusTransaction.requiringNew()
                .timeout(600)
                .call(() -> recorder.writeAndTell(recorder.look(items, hand), hand).stream()
                        .map(BulkRecorder.Looked::seenElsewhere)
                        .toList()));
    }

    private NewDiagnosis read(String json) {
        try {
            return mapper.readValue(json, NewDiagnosis.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean told(io.restassured.response.Response answer) {
        assertThat(answer.statusCode()).isBetween(200, 201);
        return answer.asString().contains("\"possibleDuplicate\":true");
    }

    private static String json(String firm, LocalDate day, String phone, String person, String extra) {
        return """
                {"questionnaire": "succession-diagnosis/2016", "interviewedOn": "%s",
                 "enterprise": {"name": "%s", "municipality": "022021", "phone": "%s"},
                 "representative": {"name": "%s", "age": 68}, "answers": {"Q1": "yes", "Q2": "no", "Q8": "no"}%s}"""
                .formatted(day, firm, phone, person, extra);
    }

    private static String name(Random random) {
        return random.ints(9, 'あ', 'み')
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static LocalDate anyDay(LocalDate from, Random random) {
        return from.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(from, TODAY)));
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}

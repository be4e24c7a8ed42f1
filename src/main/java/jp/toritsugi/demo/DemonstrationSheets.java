package jp.toritsugi.demo;

import com.fasterxml.uuid.Generators;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.diagnosis.BulkRecorder;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.enterprise.EnterpriseData;
import jp.toritsugi.enterprise.EnterpriseKind;
import jp.toritsugi.report.Published;
import jp.toritsugi.sheet.Facts;
import jp.toritsugi.sheet.NewDiagnosis;

/** The 884 interviews of the demonstration: published answers, invented firms, always the same for the same seed. */
final class DemonstrationSheets {
    private static final long SEED = 20191231;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final UUID NAMESPACE = UUID.fromString("6f0d0a52-5e0c-5d8a-9a43-0d6f4f1d2a02");
    private static final List<String> INSTITUTIONS = List.of(
            "minato-cci",
            "minato-cci",
            "minato-cci",
            "hiba-cci",
            "hiba-cci",
            "kombu-society",
            "kombu-society",
            "ringo-bank",
            "ringo-bank",
            "ringo-bank",
            "hotate-shinkin",
            "hotate-shinkin",
            "yukinko-credit");

    private final Published published;
    private final Random random = new Random(SEED);

    DemonstrationSheets(Published published) {
        this.published = published;
    }

    List<BulkRecorder.Item> make() {
        List<Map<String, String>> answers = PublishedAnswers.make(published, SEED);
        List<BulkRecorder.Item> items = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            items.add(item(i, answers.get(i)));
        }
        return items;
    }

    private BulkRecorder.Item item(int index, Map<String, String> answers) {
        long days = published.to().toEpochDay() - published.from().toEpochDay();
        LocalDate day = workday(published.from().plusDays(random.nextInt((int) days + 1)));
        String institution = INSTITUTIONS.get(random.nextInt(INSTITUTIONS.size()));
        EnterpriseData firm = InventedFirms.firm(index, random);
        NewDiagnosis sheet = new NewDiagnosis(
                published.questionnaire() + "/" + published.version(),
                day,
                null,
                null,
                null,
                "R1-%04d".formatted(index + 1),
                NewDiagnosis.Occasion.values()[random.nextInt(3)],
                random.nextInt(10) == 0 ? NewDiagnosis.Manner.PHONE : NewDiagnosis.Manner.FACE_TO_FACE,
                firm,
                InventedFirms.representative(day, random),
                answers,
                random.nextInt(25) == 0 && answers.containsKey("Q2") ? Map.of("Q2", "来春に家族で話す予定") : null,
                facts(firm),
                NewDiagnosis.SupportWish.values()[random.nextInt(3)],
                null,
                null,
                null,
                consents(day),
                null,
                null);
        Instant at = day.plusDays(random.nextInt(6))
                .atTime(17, random.nextInt(60), random.nextInt(60))
                .atZone(JAPAN)
                .toInstant();
        UUID id = Generators.nameBasedGenerator(NAMESPACE).generate("02/" + index);
        return new BulkRecorder.Item(new DiagnosisId(id), institution, sheet, at);
    }

    /** Away from the month's nearer end, so that no day leaves its month. */
    private LocalDate workday(LocalDate day) {
        int step = day.getDayOfMonth() < 4 ? 1 : -1;
        LocalDate moved = day;
        while (moved.getDayOfWeek().getValue() > 5) {
            moved = moved.plusDays(step);
        }
        return moved;
    }

    private Facts facts(EnterpriseData firm) {
        boolean corporation = firm.kind() == EnterpriseKind.CORPORATION;
        return new Facts(
                sometimes(4),
                sometimes(4),
                sometimes(5),
                sometimes(3),
                Boolean.valueOf(random.nextBoolean()),
                corporation ? Boolean.valueOf(random.nextInt(3) > 0) : null,
                corporation ? sometimes(12) : null,
                sometimes(10),
                null,
                sometimes(2),
                sometimes(8),
                null,
                random.nextInt(3) == 0 ? Integer.valueOf(1 + random.nextInt(10)) : null,
                Facts.Performance.values()[random.nextInt(3)],
                null);
    }

    private Boolean sometimes(int percent) {
        return random.nextInt(100) < percent ? Boolean.TRUE : null;
    }

    private List<ConsentGiven> consents(LocalDate day) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return null;
        }
        List<ConsentGiven> consents = new ArrayList<>();
        for (RecipientKind recipient :
                List.of(RecipientKind.CENTER, RecipientKind.AREA_COORDINATOR, RecipientKind.CHAMBER)) {
            consents.add(new ConsentGiven(
                    recipient, kind > 2 || recipient == RecipientKind.CENTER, day, ConsentGiven.Means.SIGNATURE, null));
        }
        return consents;
    }
}

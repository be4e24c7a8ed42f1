package jp.toritsugi.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.diagnosis.OpenSheets;
import jp.toritsugi.diagnosis.SheetAdvised;
import jp.toritsugi.recommendation.OpenCases;
import jp.toritsugi.recommendation.RecommendationView;
import jp.toritsugi.referral.CaseEntry.MeantFor;

/** Opens a case with its sheet's recommendation, and has it follow when a correction changes what is advised. */
@ApplicationScoped
class CaseOpener implements OpenCases {
    private final OpenSheets sheets;
    private final CaseFiles files;
    private final Timeline timeline;
    private final CaseClock clock;
    private final WhoAsks who;
    private final Trail trail;

    CaseOpener(OpenSheets sheets, CaseFiles files, Timeline timeline, CaseClock clock, WhoAsks who, Trail trail) {
        this.trail = trail;
        this.sheets = sheets;
        this.files = files;
        this.timeline = timeline;
        this.clock = clock;
        this.who = who;
    }

    void advised(@Observes SheetAdvised sheet) {
        RecommendationView advice = sheet.advice();
        CaseState state = stateFor(advice);
        if (sheet.revision() == 1) {
            open(sheet.id(), advice, state);
            return;
        }
        CaseFile file = files.any(sheet.id());
        if (file == null) {
            open(sheet.id(), advice, state);
            return;
        }
        // A correction is written before this is told, and the case followed its sheet within the database.
        files.getEntityManager().refresh(file);
        change(file, advice, state);
    }

    /** @return false where there was one already, or no rules were made for the sheet's questionnaire */
    boolean open(DiagnosisId id, Viewer viewer) {
        return sheets.advice(id, viewer)
                .map(advice -> open(id.value(), advice, stateFor(advice)))
                .orElse(false);
    }

    private boolean open(UUID id, RecommendationView advice, CaseState state) {
        String named = who.viewer().map(Viewer::displayName).orElse(null);
        return files.open(id, state, advice, clock.now(), clock.of(state, advice), named);
    }

    private void change(CaseFile file, RecommendationView advice, CaseState state) {
        String before = file.state;
        file.advised(advice);
        boolean handedOver = file.state() == CaseState.REFERRED || file.state() == CaseState.CLOSED;
        if (!handedOver && file.state() != state) {
            file.become(state, clock.now(), clock.of(state, advice));
        }
        Viewer viewer = who.viewer().orElseThrow();
        timeline.write(
                new CaseEntry(file.diagnosis, null, "advised", MeantFor.HOUSE, viewer, clock.now())
                        .states(before, file.state),
                file);
    }

    /** What a fresh recommendation makes of a case (domain: gates G1 to G6, 取次不要 as a result). */
    static CaseState stateFor(RecommendationView advice) {
        if (advice.referral()) {
            return CaseState.REVIEW;
        }
        if (advice.gates().contains("G5")) {
            return CaseState.MISSING;
        }
        boolean nothingWanted = advice.reviewOn() != null
                || advice.gates().contains("G3")
                || advice.gates().contains("G4");
        if (nothingWanted) {
            return CaseState.WATCH;
        }
        return advice.gates().contains("G1") || !advice.gates().contains("G6") ? CaseState.OWN : CaseState.REVIEW;
    }

    @Override
    public boolean hasOther(UUID diagnosis, String firmKey) {
        String where = identifies(firmKey) ? files.underWay(firmKey, diagnosis) : null;
        if ("elsewhere".equals(where)) {
            // Under the asker's own institution, and without a word of whose case it is: its manager reads this too.
            trail.write(TrailEvent.of(
                            Action.CASE_HINTED,
                            "diagnosis",
                            diagnosis,
                            who.viewer().orElseThrow().institution())
                    .with("gate", "G6"));
        }
        return where != null;
    }

    /** 法人番号, or name, municipality and representative all three: a name alone is many firms. */
    private static boolean identifies(String firmKey) {
        return firmKey.startsWith("n:") || firmKey.matches("k:[^|]+\\|[^|]+\\|.+");
    }
}

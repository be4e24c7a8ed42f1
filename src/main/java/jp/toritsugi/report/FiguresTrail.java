package jp.toritsugi.report;

import jakarta.enterprise.context.ApplicationScoped;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;

/** Who read which figures, with all that narrowed them: a series of questions shows what somebody was after. */
@ApplicationScoped
class FiguresTrail {
    private final Trail trail;

    FiguresTrail(Trail trail) {
        this.trail = trail;
    }

    /** @param form ending of the file, or null where there is none */
    void write(Action action, Report report, ReportFilter filter, String form, Viewer viewer) {
        trail.write(event(action, report.questionnaire(), filter, viewer)
                .with("form", form)
                .with("sheets", report.diagnoses()));
    }

    static TrailEvent event(Action action, String questionnaire, ReportFilter filter, Viewer viewer) {
        return TrailEvent.of(
                        action, "report", questionnaire, viewer.confinedTo().orElse(null))
                .with("from", filter.from())
                .with("to", filter.to())
                .with("counting", filter.basis().code())
                .with("questionnaireVersion", filter.version())
                .with("asOf", filter.asOf())
                .with(
                        "filters",
                        filter.sheets().equals(SheetFilter.ALL)
                                ? null
                                : filter.sheets().parameters());
    }

    void printed(String questionnaire, ReportFilter filter, Viewer viewer) {
        trail.write(event(Action.PRINTED, questionnaire, filter, viewer));
    }
}

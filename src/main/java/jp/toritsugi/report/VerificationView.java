package jp.toritsugi.report;

import jp.toritsugi.access.Viewer;

/**
 * 公表照合 as the page shows it.
 *
 * @param sheets the way to the sheets behind a figure; null for those who see figures only
 * @param tables the same period's tables
 */
public record VerificationView(
        Verification verification, String period, String asOf, DrillDown sheets, Address tables) {

    static VerificationView of(Verification verification, ReportFilter filter, Viewer viewer) {
        Report report = verification.report();
        return new VerificationView(
                verification,
                Moments.period(report.from(), report.to()),
                Moments.words(report.asOf()),
                DrillDown.of(report, filter, viewer).orElse(null),
                Address.of("/reports/" + report.questionnaire(), filter));
    }
}

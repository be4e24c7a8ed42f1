package jp.toritsugi.report;

import java.util.List;
import jp.toritsugi.problem.Refusal;

/**
 * All that the report page shows.
 *
 * @param result the figures; null when what was asked for cannot be understood
 * @param refusal why there are no figures though what was asked is understood; null else
 * @param published address of 公表照合; null for those it is not open to
 */
public record ReportPage(
        String path,
        Outline outline,
        RequestForm form,
        PeriodChoices periods,
        Address published,
        Result result,
        Refusal refusal) {

    /**
     * The figures with what surrounds them.
     *
     * @param bases the two ways of counting
     * @param versions of the questionnaire, when the period has several
     * @param sheets the way to the sheets; null for those who see figures only
     * @param now the same as known now; null when it is
     * @param then the same as known at the end of the period; null when that is not over, or chosen already
     * @param prints where the page tells that it was printed
     * @param all the same without what narrows it; null when nothing does
     */
    public record Result(
            Report report,
            Heading heading,
            BranchLayout layout,
            List<Tab> bases,
            List<Tab> versions,
            DrillDown sheets,
            Address now,
            Address then,
            Address all,
            Address csv,
            Address xlsx,
            Address prints) {

        /** As the report prints them: by decade, and under and from 60. */
        public List<AgeGroup> ageGroups() {
            AgeTable ages = report.ages();
            return List.of(
                    new AgeGroup("年代別", ages.bands()),
                    new AgeGroup("60歳未満、60歳以上", List.of(ages.under60(), ages.from60())));
        }
    }

    public record AgeGroup(String title, List<AgeTable.Band> bands) {}

    public record Tab(String label, Address address, boolean current) {}
}

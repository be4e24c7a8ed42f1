package jp.toritsugi.funnel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.toritsugi.report.Share;

/**
 * The funnel of a period.
 *
 * @param filters what narrows the sheets, by the parameters' names
 * @param diagnoses as in the tables for the same period and filters, all versions of the questionnaire together
 * @param stops where sheets stand that are not completed; those of a step add up to what it loses to the next
 * @param outcomes of completed sheets, and of cases closed without a completed referral
 * @param overridden referred sheets for which a desk was chosen that the rules had not proposed
 * @param whole business days from the interview to completion; null where nothing was completed
 * @param parts the same by type of institution, area …; they add up to the whole
 */
record Funnel(
        String questionnaire,
        LocalDate from,
        LocalDate to,
        Map<String, String> filters,
        long diagnoses,
        List<Step> steps,
        List<Stop> stops,
        List<Result> outcomes,
        Portion overridden,
        FunnelAge whole,
        Parts by,
        List<Part> parts) {

    /** A share with what it is a share of; percent null (printed －) where that is nothing. */
    record Portion(long count, long of, Integer percent) {
        static Portion of(long count, long of) {
            return new Portion(count, of, new Share(count, of).percent());
        }

        public String printed() {
            return new Share(count, of).printed();
        }
    }

    /**
     * @param recorded of the count, those that have this very step on record
     * @param ofBefore share of the step before; null for the first
     * @param age business days since the step before; null for the first two, and where nobody has both on record
     */
    record Step(
            FunnelStep step,
            String label,
            long count,
            long recorded,
            Portion ofBefore,
            Portion ofDiagnoses,
            long stopped,
            FunnelAge age) {}

    /** @param waiting whether something can still become of it without a new start */
    record Stop(FunnelStep step, String stop, String reason, String label, boolean waiting, long count) {}

    record Result(String outcome, String label, long completed, long closed) {}

    /** @param counts one a step */
    record Part(String part, String label, List<Long> counts, Portion referred, Portion completed) {
        static Part of(String part, String label, List<Long> counts) {
            long referrals = counts.get(FunnelStep.REFERRED.ordinal());
            return new Part(
                    part,
                    label,
                    counts,
                    Portion.of(referrals, counts.get(0)),
                    Portion.of(counts.get(FunnelStep.COMPLETED.ordinal()), referrals));
        }
    }

    /** The last line of the parts. */
    public Part total() {
        return Part.of(null, "計", steps.stream().map(Step::count).toList());
    }

    public List<Stop> stopsAt(FunnelStep step) {
        return stops.stream().filter(stop -> stop.step() == step).toList();
    }
}

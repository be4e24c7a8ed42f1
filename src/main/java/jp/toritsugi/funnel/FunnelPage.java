package jp.toritsugi.funnel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.report.Address;
import jp.toritsugi.report.AskedSheets;
import jp.toritsugi.report.SheetQuestions;

/**
 * All that the page shows.
 *
 * @param refusal why there are no figures though what was asked is understood; null else
 * @param shown null when what was asked for cannot be understood
 */
record FunnelPage(SheetQuestions.Form form, Shown shown, Refusal refusal) {

    /**
     * @param kind to which kind of desk it is narrowed, in words; null = any
     * @param future whether the period has not begun
     * @param all the same without what narrows it; null when nothing does
     */
    record Shown(
            Funnel funnel,
            AskedSheets sheets,
            String network,
            String kind,
            boolean future,
            List<Tab> tabs,
            Address all,
            Address csv,
            Address prints,
            Instant madeAt) {

        /** One bar after another, each with the way down to the next. */
        public List<Bar> bars() {
            List<Bar> bars = new ArrayList<>();
            List<Funnel.Step> steps = funnel.steps();
            for (int i = 0; i < steps.size(); i++) {
                Funnel.Step next = i + 1 < steps.size() ? steps.get(i + 1) : null;
                bars.add(Bar.of(steps.get(i), next, funnel.diagnoses()));
            }
            return bars;
        }

        public boolean narrowed() {
            return all != null;
        }

        public FunnelStep[] meanings() {
            return FunnelStep.values();
        }
    }

    record Tab(String label, Address address, boolean current) {
        static List<Tab> of(List<Parts> parts, Parts current, Address address) {
            return parts.stream()
                    .map(by -> new Tab(by.label(), address.with("by", by.code()), by == current))
                    .toList();
        }
    }

    /**
     * Drawn in a box 1000 wide.
     *
     * @param points of the slope from this bar to the next; empty for the last
     */
    record Bar(Funnel.Step step, Funnel.Step next, int left, int width, String points) {
        private static final int WHOLE = 1000;
        /** So that a bar of few is still seen. */
        private static final int LEAST = 6;

        static Bar of(Funnel.Step step, Funnel.Step next, long diagnoses) {
            int width = width(step.count(), diagnoses);
            int left = (WHOLE - width) / 2;
            if (next == null) {
                return new Bar(step, null, left, width, "");
            }
            int below = width(next.count(), diagnoses);
            int leftBelow = (WHOLE - below) / 2;
            String points = String.join(
                    " ", Arrays.asList(left + ",0", left + width + ",0", leftBelow + below + ",40", leftBelow + ",40"));
            return new Bar(step, next, left, width, points);
        }

        private static int width(long count, long diagnoses) {
            return count == 0 || diagnoses == 0 ? 0 : Math.max(LEAST, Math.toIntExact(count * WHOLE / diagnoses));
        }
    }
}

package jp.toritsugi.bench;

import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/** How long something took, many times. */
final class Times {
    private static final long LONGEST_MICROS = 600_000_000L;

    private final Histogram micros = new SynchronizedHistogram(LONGEST_MICROS, 3);

    void add(long nanos) {
        micros.recordValue(Math.max(1, nanos / 1000));
    }

    double median() {
        return at(50);
    }

    double p95() {
        return at(95);
    }

    double p99() {
        return at(99);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "median %.1f ms, p95 %.1f ms, p99 %.1f ms (n=%d)",
                median(),
                p95(),
                p99(),
                micros.getTotalCount());
    }

    private double at(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }
}

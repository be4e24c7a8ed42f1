package jp.toritsugi.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.toritsugi.referral.Outcome;

/** Adds rows of sheets that fared alike up to steps, stops and outcomes. Pure. */
final class FunnelCount {
    private final Collection<FunnelRow> rows;

    FunnelCount(Collection<FunnelRow> rows) {
        this.rows = rows;
    }

    /** Sheets that reached each step or one behind it. */
    List<Long> reached() {
        return Arrays.stream(FunnelStep.values())
                .map(step -> sum(rows.stream().filter(row -> row.step() >= step.ordinal())))
                .toList();
    }

    List<Funnel.Step> steps(Map<Integer, FunnelAge> ages) {
        List<Long> reached = reached();
        List<Funnel.Step> steps = new ArrayList<>();
        for (FunnelStep step : FunnelStep.values()) {
            int place = step.ordinal();
            long count = reached.get(place);
            long next = place + 1 < reached.size() ? reached.get(place + 1) : count;
            steps.add(new Funnel.Step(
                    step,
                    step.label(),
                    count,
                    recorded(step, count),
                    place == 0 ? null : Funnel.Portion.of(count, reached.get(place - 1)),
                    Funnel.Portion.of(count, reached.get(0)),
                    count - next,
                    ages.get(place)));
        }
        return steps;
    }

    private long recorded(FunnelStep step, long count) {
        return switch (step) {
            case VISITED -> sum(rows.stream().filter(FunnelRow::visited));
            case PLANNED -> sum(rows.stream().filter(FunnelRow::planned));
            case DIAGNOSED, CONSENTED, REFERRED, ACCEPTED, COMPLETED -> count;
        };
    }

    List<Funnel.Stop> stops() {
        record Key(int step, String stop, String reason) {}
        Map<Key, Long> counts = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.step() < FunnelStep.COMPLETED.ordinal())
                .forEach(row -> counts.merge(new Key(row.step(), row.stop(), row.reason()), row.count(), Long::sum));
        return counts.entrySet().stream()
                .map(entry -> {
                    Key key = entry.getKey();
                    FunnelStep step = FunnelStep.values()[key.step()];
                    return new Funnel.Stop(
                            step,
                            key.stop(),
                            key.reason(),
                            StopWords.of(step, key.stop(), key.reason()),
                            StopWords.waiting(key.stop()),
                            entry.getValue());
                })
                .sorted(Comparator.comparing(Funnel.Stop::step)
                        .thenComparing(stop -> StopWords.place(stop.stop()))
                        .thenComparing(Funnel.Stop::count, Comparator.reverseOrder())
                        .thenComparing(Funnel.Stop::label))
                .toList();
    }

    /** In the order of the list people choose from, those that occur. */
    List<Funnel.Result> outcomes() {
        List<Funnel.Result> results = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            long completed = sum(with(outcome).filter(row -> row.step() == FunnelStep.COMPLETED.ordinal()));
            long all = sum(with(outcome));
            if (all > 0) {
                results.add(new Funnel.Result(outcome.code(), outcome.label(), completed, all - completed));
            }
        }
        return results;
    }

    private Stream<FunnelRow> with(Outcome outcome) {
        return rows.stream().filter(row -> outcome.code().equals(row.outcome()));
    }

    Funnel.Portion overridden() {
        return Funnel.Portion.of(
                sum(rows.stream().filter(FunnelRow::overridden)), reached().get(FunnelStep.REFERRED.ordinal()));
    }

    private static long sum(Stream<FunnelRow> rows) {
        return rows.mapToLong(FunnelRow::count).sum();
    }
}

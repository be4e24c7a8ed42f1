package jp.toritsugi.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FunnelCountTest {
    private static final List<String> STATES = List.of("requested", "in-progress", "rejected", "failed", "cancelled");

    @Test
    void each_step_holds_the_next_and_loses_to_it_what_stopped_there() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<FunnelRow> rows = rows(random, random.nextInt(40));
            FunnelCount count = new FunnelCount(rows);
            List<Funnel.Step> steps = count.steps(Map.of());
            List<Funnel.Stop> stops = count.stops();

            long sheets = rows.stream().mapToLong(FunnelRow::count).sum();
            long stopped = stops.stream().mapToLong(Funnel.Stop::count).sum();
            long completed = steps.get(6).count();
            assertThat(steps.get(0).count()).isEqualTo(sheets);
            assertThat(stopped + completed).isEqualTo(sheets);
            for (int i = 0; i + 1 < steps.size(); i++) {
                FunnelStep step = steps.get(i).step();
                assertThat(steps.get(i + 1).count())
                        .isLessThanOrEqualTo(steps.get(i).count());
                assertThat(stops.stream()
                                .filter(stop -> stop.step() == step)
                                .mapToLong(Funnel.Stop::count)
                                .sum())
                        .isEqualTo(steps.get(i).stopped())
                        .isEqualTo(steps.get(i).count() - steps.get(i + 1).count());
                assertThat(steps.get(i).recorded())
                        .isLessThanOrEqualTo(steps.get(i).count());
            }
            assertThat(count.outcomes().stream()
                            .mapToLong(Funnel.Result::completed)
                            .sum())
                    .isEqualTo(completed);
        }
    }

    @Test
    void shares_are_whole_percent_half_up_and_nothing_of_nothing() {
        assertThat(Funnel.Portion.of(1, 200).percent()).isEqualTo(1);
        assertThat(Funnel.Portion.of(1, 201).percent()).isZero();
        assertThat(Funnel.Portion.of(1_219, 45_852).percent()).isEqualTo(3);
        assertThat(Funnel.Portion.of(0, 0).percent()).isNull();
        assertThat(Funnel.Portion.of(0, 0).printed()).isEqualTo("－");
        List<Funnel.Step> none = new FunnelCount(List.of()).steps(Map.of());
        assertThat(none.get(0).ofDiagnoses().printed()).isEqualTo("－");
        assertThat(none.get(1).ofBefore().printed()).isEqualTo("－");
    }

    @Test
    void a_stop_is_named_by_what_holds_it_up() {
        assertThat(StopWords.of(FunnelStep.DIAGNOSED, "own", null)).isEqualTo("同意なし（自機関対応）");
        assertThat(StopWords.of(FunnelStep.CONSENTED, "watch", null)).isEqualTo("取次不要");
        assertThat(StopWords.of(FunnelStep.CONSENTED, StopWords.NO_CASE, null)).isEqualTo("案件なし");
        assertThat(StopWords.of(FunnelStep.REFERRED, "rejected", "no-capacity")).isEqualTo("辞退：いま受ける余力がない");
        assertThat(StopWords.of(FunnelStep.PLANNED, "failed", "unreachable")).isEqualTo("中断：連絡がつかない");
    }

    private static List<FunnelRow> rows(Random random, int many) {
        List<FunnelRow> rows = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int step = random.nextInt(7);
            boolean completed = step == 6;
            String stop = completed
                    ? "completed"
                    : step < 2
                            ? List.of("own", "watch", "review", "none").get(random.nextInt(4))
                            : STATES.get(random.nextInt(5));
            rows.add(new FunnelRow(
                    "p" + random.nextInt(3),
                    step,
                    step > 4 ? random.nextBoolean() : step == 4,
                    step > 5 ? random.nextBoolean() : step == 5,
                    step >= 2 && random.nextBoolean(),
                    stop,
                    stop.equals("rejected") ? "no-capacity" : null,
                    completed ? "plan" : null,
                    1 + random.nextInt(5)));
        }
        return rows;
    }
}

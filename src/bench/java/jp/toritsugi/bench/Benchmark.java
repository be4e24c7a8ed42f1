package jp.toritsugi.bench;

import java.lang.management.ManagementFactory;
import java.util.List;

/** {@code mvn -B -Pbench verify} runs all; {@code -Dbench.only=start,recording} some. */
public final class Benchmark {
    private Benchmark() {}

    public static void main(String... args) throws Exception {
        List<String> wanted = List.of(System.getProperty(
                        "bench.only",
                        "start,report,recording,import,reach,trail,routing,simulation,queue,race,tablet,attack")
                .split(","));
        Say.line(
                "Java %s, %d processors, %s, load before the start %.1f (anything above 0 spoils absolute times)",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        if (wanted.contains("start")) {
            StartBenchmark.run();
        }
        if (wanted.contains("report")) {
            ReportBenchmark.run();
        }
        if (wanted.contains("recording")) {
            RecordingBenchmark.run();
        }
        if (wanted.contains("import")) {
            ImportBenchmark.run();
        }
        if (wanted.contains("reach")) {
            ReachBenchmark.run();
        }
        if (wanted.contains("trail")) {
            TrailBenchmark.run();
        }
        if (wanted.contains("routing")) {
            RoutingBenchmark.run();
        }
        if (wanted.contains("simulation")) {
            SimulationBenchmark.run();
        }
        if (wanted.contains("queue")) {
            QueueBenchmark.run();
        }
        if (wanted.contains("race")) {
            RaceBenchmark.run();
        }
        if (wanted.contains("tablet")) {
            TabletBenchmark.run();
        }
        if (wanted.contains("attack")) {
            AttackBenchmark.run();
        }
        Say.verdicts();
        System.exit(0);
    }
}

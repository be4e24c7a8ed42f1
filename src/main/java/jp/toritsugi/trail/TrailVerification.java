package jp.toritsugi.trail;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Trail;

/**
 * A verification and what follows from it: an entry with its anchor in every network's trail, a line in the log, a copy
 * of the anchor outside, a figure for whoever watches the server.
 */
@ApplicationScoped
class TrailVerification {
    private static final String NIGHT = "夜間の検証";

    private final TrailVerifier verifier;
    private final AnchorFile anchors;
    private final Trail trail;
    private final DataSource database;
    private final Clock clock;
    private final AtomicInteger brokenLinks;
    private final ReentrantLock running = new ReentrantLock();

    @Inject
    TrailVerification(
            TrailVerifier verifier,
            AnchorFile anchors,
            Trail trail,
            DataSource database,
            Clock clock,
            MeterRegistry figures) {
        this.verifier = verifier;
        this.anchors = anchors;
        this.trail = trail;
        this.database = database;
        this.clock = clock;
        // -1 = not verified since the start
        this.brokenLinks = figures.gauge("toritsugi.trail.broken.links", new AtomicInteger(-1));
    }

    @Scheduled(
            cron = "{toritsugi.trail.verification:0 30 2 * * ?}",
            timeZone = "Asia/Tokyo",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void atNight() {
        run(null);
    }

    /**
     * @param ordered the auditor who wants it now; null at night
     * @throws VerificationRunning when another one has not ended yet
     */
    Finding run(Viewer ordered) {
        if (!running.tryLock()) {
            throw new VerificationRunning();
        }
        try {
            Finding finding = verifier.verify();
            brokenLinks.set(finding.broken().size());
            tell(finding);
            anchors.add(clock.instant(), finding);
            for (Viewer one : ordered == null ? everyNetwork() : List.of(ordered)) {
                trail.writeApart(finding.event(), one);
            }
            return finding;
        } finally {
            running.unlock();
        }
    }

    private static void tell(Finding finding) {
        if (finding.isWhole()) {
            Log.infof("trail verified: %d entries, anchor %s", finding.entries(), finding.anchor());
        } else {
            Log.errorf(
                    "the trail is broken, %d link(s); the first: %s; anchor %s",
                    finding.broken().size(), finding.broken().get(0).words(), finding.anchor());
        }
    }

    private List<Viewer> everyNetwork() {
        List<Viewer> nobody = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var question = connection.createStatement();
                var networks = question.executeQuery("select trail_networks()")) {
            while (networks.next()) {
                nobody.add(new Viewer(null, NIGHT, null, networks.getString(1), null, null, null, null));
            }
            return nobody;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

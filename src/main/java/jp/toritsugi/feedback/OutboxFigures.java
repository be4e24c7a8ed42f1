package jp.toritsugi.feedback;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

/** For whoever watches the server: how far behind telling is, and how many webhooks do not take what they are told. */
@ApplicationScoped
class OutboxFigures {
    private final AgroalDataSource database;
    private final AtomicLong oldestSeconds;
    private final AtomicLong failing;

    @Inject
    OutboxFigures(AgroalDataSource database, MeterRegistry figures) {
        this.database = database;
        this.oldestSeconds = figures.gauge("toritsugi.outbox.oldest.seconds", new AtomicLong());
        this.failing = figures.gauge("toritsugi.webhook.failing", new AtomicLong());
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try (Connection connection = database.getConnection();
                Statement question = connection.createStatement();
                ResultSet answer = question.executeQuery("select oldest_seconds, failing from outbox_figures()")) {
            answer.next();
            oldestSeconds.set(Math.round(answer.getDouble(1)));
            failing.set(answer.getLong(2));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

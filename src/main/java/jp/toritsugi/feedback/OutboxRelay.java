package jp.toritsugi.feedback;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.pool.TimeLimit;

/**
 * Tells what lies in the outbox to people and webhooks, a batch a transaction, within a few seconds. Several instances may
 * run: what one has in hand, the others pass over; what one leaves behind when it dies, the next takes.
 */
@ApplicationScoped
class OutboxRelay {
    private static final int BATCH = 200;
    private static final String RELAY = "select outbox_relay(?, ?, ?, ?)";

    private final AgroalDataSource database;
    private final OutboxBatch batch;
    private final Clock clock;

    OutboxRelay(AgroalDataSource database, OutboxBatch batch, Clock clock) {
        this.database = database;
        this.batch = batch;
        this.clock = clock;
    }

    /** @return how many events were told */
    int relay() {
        int told = 0;
        int taken;
        do {
            taken = batch(BATCH);
            told += taken;
        } while (taken == BATCH);
        return told;
    }

    /** @return how many of at most so many were told */
    int batch(int most) {
        return batch.tell(most, LocalDate.now(clock));
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keep() {
        relay();
    }

    /** @return how many things have become late since */
    @TimeLimit(TimeLimit.Work.JOB)
    @Transactional
    int writeLateness() {
        try (Connection connection = database.getConnection();
                PreparedStatement late = connection.prepareStatement("select outbox_overdue(?)")) {
            late.setObject(1, LocalDate.now(clock));
            try (ResultSet written = late.executeQuery()) {
                written.next();
                return written.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what is late could not be written", e);
        }
    }

    @Scheduled(
            cron = "{toritsugi.notices.lateness:0 0 7 * * ?}",
            timeZone = "Asia/Tokyo",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void inTheMorning() {
        writeLateness();
    }

    /** One transaction of it. */
    @ApplicationScoped
    static class OutboxBatch {
        private final AgroalDataSource database;

        OutboxBatch(AgroalDataSource database) {
            this.database = database;
        }

        @TimeLimit(TimeLimit.Work.JOB)
        @Transactional(Transactional.TxType.REQUIRES_NEW)
        int tell(int most, LocalDate today) {
            List<String> kinds = new ArrayList<>();
            List<String> audiences = new ArrayList<>();
            for (EventKind kind : EventKind.values()) {
                for (Audience audience : kind.audiences()) {
                    kinds.add(kind.code());
                    audiences.add(audience.code());
                }
            }
            try (Connection connection = database.getConnection();
                    PreparedStatement relay = connection.prepareStatement(RELAY)) {
                relay.setArray(1, connection.createArrayOf("text", kinds.toArray()));
                relay.setArray(2, connection.createArrayOf("text", audiences.toArray()));
                relay.setObject(3, today);
                relay.setInt(4, most);
                try (ResultSet taken = relay.executeQuery()) {
                    taken.next();
                    return taken.getInt(1);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the outbox could not be relayed", e);
            }
        }
    }
}

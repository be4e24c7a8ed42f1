package jp.toritsugi.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is to be delivered next, and how it went (V20261126_72). Each call is a transaction of its own. */
@ApplicationScoped
class Claims {
    private static final int OF_EACH = 5;

    private final AgroalDataSource database;

    Claims(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * One delivery in our hands, with what is told.
     *
     * @param attempts this one counted
     * @param oldSecret sealed; null once it has run out
     */
    record Claim(
            UUID id,
            UUID hook,
            String url,
            byte[] secret,
            byte[] oldSecret,
            UUID event,
            String kind,
            Instant at,
            UUID diagnosis,
            UUID referral,
            String state,
            String outcome,
            String reason,
            int attempts) {}

    /** A few of every webhook, ours for two minutes; then anybody's again. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Claim> next() {
        try (Connection connection = database.getConnection();
                PreparedStatement claim =
                        connection.prepareStatement("select * from webhook_claim(?, interval '2 minutes')")) {
            claim.setInt(1, OF_EACH);
            List<Claim> claimed = new ArrayList<>();
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claimed.add(of(row));
                }
            }
            return claimed;
        } catch (SQLException e) {
            throw new IllegalStateException("deliveries could not be claimed", e);
        }
    }

    private static Claim of(ResultSet row) throws SQLException {
        return new Claim(
                row.getObject("id", UUID.class),
                row.getObject("hook", UUID.class),
                row.getString("url"),
                row.getBytes("secret"),
                row.getBytes("old_secret"),
                row.getObject("event", UUID.class),
                row.getString("kind"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("diagnosis", UUID.class),
                row.getObject("referral", UUID.class),
                row.getString("state"),
                row.getString("outcome"),
                row.getString("reason"),
                row.getInt("attempts"));
    }

    /** @param again when to try again; null = delivered, or given up */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void result(Claim claim, WebhookPost.Answer answer, Instant again) {
        try (Connection connection = database.getConnection();
                PreparedStatement result = connection.prepareStatement("select webhook_result(?, ?, ?, ?)")) {
            result.setObject(1, claim.id());
            result.setObject(2, answer.status());
            result.setString(3, answer.fault());
            result.setObject(4, again == null ? null : again.atOffset(ZoneOffset.UTC));
            result.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("what became of a delivery could not be written", e);
        }
    }
}

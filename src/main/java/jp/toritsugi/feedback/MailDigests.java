package jp.toritsugi.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The mails that wait to be sent, one a person (V20261126_71). Each call is a transaction of its own. */
@ApplicationScoped
class MailDigests {
    private final AgroalDataSource database;

    MailDigests(AgroalDataSource database) {
        this.database = database;
    }

    /** @param attempts this one counted */
    record Digest(UUID id, String email, int notices, int attempts) {}

    /** @return how many people are to get one */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int gather(MailRhythm rhythm, LocalDate today) {
        try (Connection connection = database.getConnection();
                PreparedStatement gather = connection.prepareStatement("select mail_gather(?, ?)")) {
            gather.setString(1, rhythm.code());
            gather.setObject(2, today);
            try (ResultSet made = gather.executeQuery()) {
                made.next();
                return made.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("mails could not be gathered", e);
        }
    }

    /** Ours for two minutes; then anybody's again. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Digest> claim(int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement claim =
                        connection.prepareStatement("select * from mail_claim(?, interval '2 minutes')")) {
            claim.setInt(1, most);
            List<Digest> claimed = new ArrayList<>();
            try (ResultSet rows = claim.executeQuery()) {
                while (rows.next()) {
                    claimed.add(new Digest(
                            rows.getObject("id", UUID.class),
                            rows.getString("email"),
                            rows.getInt("notices"),
                            rows.getInt("attempts")));
                }
            }
            return claimed;
        } catch (SQLException e) {
            throw new IllegalStateException("mails could not be claimed", e);
        }
    }

    /** @param fault null = sent @param again when to try again; null = given up */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void result(UUID id, String fault, Instant again) {
        try (Connection connection = database.getConnection();
                PreparedStatement result = connection.prepareStatement("select mail_result(?, ?, ?)")) {
            result.setObject(1, id);
            result.setString(2, fault);
            result.setObject(3, again == null ? null : again.atOffset(ZoneOffset.UTC));
            result.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("what became of a mail could not be written", e);
        }
    }
}

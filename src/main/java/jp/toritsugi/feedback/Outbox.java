package jp.toritsugi.feedback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import jp.toritsugi.breakglass.GlassBroken;
import jp.toritsugi.referral.CaseStep;

/**
 * Writes down what is to be told, in the transaction of what happened: neither is there without the other. What it says is
 * read by the database from what was just written there, so nothing can be told that did not happen.
 */
@ApplicationScoped
class Outbox {
    private final AgroalDataSource database;

    Outbox(AgroalDataSource database) {
        this.database = database;
    }

    void stepped(@Observes CaseStep step) {
        if (EventKind.find(step.kind()).isPresent()) {
            write("select outbox_step(?)", step.entry());
        }
    }

    void broken(@Observes GlassBroken opening) {
        write("select outbox_break_glass(?)", opening.id());
    }

    private void write(String call, Object what) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(call)) {
            statement.setObject(1, what);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox could not be written", e);
        }
    }
}

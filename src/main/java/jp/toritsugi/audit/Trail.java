package jp.toritsugi.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.access.WhoAsks;

/**
 * Appends to the trail. The entry stands or falls with the transaction of what it tells about; position, hash and moment
 * are the database's (see the migration), and so is the person wherever there is a viewer.
 */
@ApplicationScoped
public class Trail {
    private static final String APPEND =
            """
            insert into trail (network, actor, actor_name, actor_role, actor_institution, action, subject_kind, subject,
              institution, details) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""";

    private final AgroalDataSource database;
    private final WhoAsks who;
    private final ObjectMapper json;

    Trail(AgroalDataSource database, WhoAsks who, ObjectMapper json) {
        this.database = database;
        this.who = who;
        this.json = json;
    }

    /** In the name of the viewer of this request or of the work done aside. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(TrailEvent event) {
        append(List.of(event), who.viewer().orElse(null));
    }

    /** For what happens where no viewer is within reach of the request: log-ins, refusals, the night's work. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void writeApart(TrailEvent event, Viewer viewer) {
        append(List.of(event), viewer);
    }

    /** Many at once, as {@link #write}: in one round to the database. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void writeAll(List<TrailEvent> events) {
        if (!events.isEmpty()) {
            append(events, who.viewer().orElse(null));
        }
    }

    private void append(List<TrailEvent> events, Viewer viewer) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(APPEND)) {
            for (TrailEvent event : events) {
                statement.setString(1, viewer == null ? null : viewer.network());
                statement.setString(2, viewer == null ? null : viewer.userName());
                statement.setString(3, viewer == null ? null : viewer.displayName());
                statement.setString(4, viewer == null ? null : viewer.role());
                statement.setString(5, viewer == null ? null : viewer.institution());
                statement.setString(6, event.action().code());
                statement.setString(7, event.kind());
                statement.setString(8, event.subject());
                statement.setString(9, event.institution());
                statement.setString(10, json.writeValueAsString(event.details()));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the trail could not be written", e);
        }
    }
}

package jp.toritsugi.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jp.toritsugi.questionnaire.QuestionnaireId;

/**
 * The sheets of a network as routing sees them, whoever may read their names: those that stand, by their latest revision. The
 * database lets the secretariat have them, and gives out nothing that says whose they are ({@code routing_past_case}).
 */
@ApplicationScoped
public class PastCases {
    /** Rows on their way at a time: some megabytes. */
    private static final int BATCH = 4_000;

    private static final String ROWS =
            """
            select id, network, content, open_case, institution_type, closed from routing_past_case
            where questionnaire = ? and questionnaire_version = ? and interviewed_on between ? and ?""";

    /** Heads of the sheets and what was advised fit into it, or the contents would be written to disk for being joined. */
    private static final String ROOM = "set local work_mem = '64MB'";

    private final DataSource database;

    PastCases(DataSource database) {
        this.database = database;
    }

    /**
     * One row, still to be read by {@link PastCaseReader}, on whichever thread has time.
     *
     * @param content a sheet as JSON with nothing but what routing looks at
     * @param closed whether whoever asks may not open it
     * @param openCase as it was when the sheet was advised
     */
    public record Row(
            UUID diagnosis, String network, String content, boolean openCase, String institutionType, boolean closed) {}

    /** Hands over all sheets interviewed on days of a period, both included, some thousands at a time. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void read(QuestionnaireId questionnaire, LocalDate from, LocalDate until, Consumer<List<Row>> to) {
        try (Connection connection = database.getConnection();
                Statement room = connection.createStatement();
                PreparedStatement question = connection.prepareStatement(ROWS)) {
            room.execute(ROOM);
            question.setString(1, questionnaire.code());
            question.setString(2, questionnaire.version());
            question.setObject(3, from);
            question.setObject(4, until);
            question.setFetchSize(BATCH);
            try (ResultSet rows = question.executeQuery()) {
                List<Row> batch = new ArrayList<>(BATCH);
                while (rows.next()) {
                    batch.add(row(rows));
                    if (batch.size() == BATCH) {
                        to.accept(batch);
                        batch = new ArrayList<>(BATCH);
                    }
                }
                to.accept(batch);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getObject(1, UUID.class),
                rows.getString(2),
                rows.getString(3),
                rows.getBoolean(4),
                rows.getString(5),
                rows.getBoolean(6));
    }
}

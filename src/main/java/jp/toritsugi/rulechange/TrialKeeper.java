package jp.toritsugi.rulechange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.routing.RuleSet;

/** Writes down what a trial found, in the place of the one before. */
@ApplicationScoped
class TrialKeeper {
    private static final int BATCH = 5_000;
    private static final String KEEP = "select rule_trial_keep(?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)";
    private static final String KEEP_MOVES = "select rule_trial_keep_moves(?, ?, ?, ?)";

    private final DataSource database;
    private final ObjectMapper mapper;

    TrialKeeper(DataSource database, ObjectMapper mapper) {
        this.database = database;
        this.mapper = mapper;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(RuleDraft draft, RuleSet base, Period period, TrialTally tally, Viewer viewer) {
        UUID id = UUID.randomUUID();
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
                statement.setObject(1, id);
                statement.setObject(2, draft.id());
                statement.setString(3, draft.checksum());
                statement.setString(4, base == null ? null : base.id());
                statement.setString(5, base == null ? null : base.head().checksum());
                statement.setObject(6, period.from());
                statement.setObject(7, period.until());
                statement.setInt(8, tally.cases());
                statement.setInt(9, tally.changed());
                statement.setString(10, json(tally.result()));
                statement.setString(11, viewer.displayName());
                statement.execute();
            }
            for (int from = 0; from < tally.moves().size(); from += BATCH) {
                keepMoves(
                        connection,
                        id,
                        tally.moves()
                                .subList(
                                        from,
                                        Math.min(from + BATCH, tally.moves().size())));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keepMoves(Connection connection, UUID id, List<TrialTally.Move> moves) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEEP_MOVES)) {
            statement.setObject(1, id);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid",
                            moves.stream().map(TrialTally.Move::diagnosis).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "jsonb",
                            moves.stream().map(move -> json(move.before())).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "jsonb",
                            moves.stream().map(move -> json(move.after())).toArray()));
            statement.execute();
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

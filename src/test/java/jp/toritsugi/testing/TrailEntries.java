package jp.toritsugi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** What the trail of a running installation says since a moment. Entries about log-ins come a little after the answer. */
public final class TrailEntries {
    private static final String LAST = "select coalesce(max(id), 0) from trail";
    private static final String COUNT =
            "select count(*) from trail where id > ? and action = ? and actor is not distinct from ?";
    private static final String STRANGERS = "select coalesce(sum((details ->> 'requests')::int), 0) from trail"
            + " where id > ? and action = 'refused' and subject_kind = 'strangers'";
    private static final int ATTEMPTS = 100;

    private final Map<String, String> database;
    private final long before;

    TrailEntries(Map<String, String> database) {
        this.database = database;
        this.before = number(LAST);
    }

    /** Waits for so many entries of this kind. @param actor null for nobody who is known */
    public void areThere(int count, String action, String actor) {
        for (int i = 0; i < ATTEMPTS && number(COUNT, before, action, actor) < count; i++) {
            pause();
        }
        assertThat(number(COUNT, before, action, actor))
                .as("%s %s", action, actor)
                .isEqualTo(count);
    }

    /** Waits until so many requests of strangers are told of as refused, in as many lines as it may be. */
    public void refusedStrangers(int requests) {
        for (int i = 0; i < ATTEMPTS && number(STRANGERS, before) < requests; i++) {
            pause();
        }
        assertThat(number(STRANGERS, before)).isEqualTo(requests);
    }

    private long number(String query, Object... parameters) {
        try (var connection = DriverManager.getConnection(
                        database.get("TORITSUGI_DB_URL"),
                        database.get("TORITSUGI_DB_OWNER"),
                        database.get("TORITSUGI_DB_OWNER_PASSWORD"));
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package jp.toritsugi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the trail of a running installation says since a moment. Entries about log-ins come a little after the answer. */
public final class TrailEntries {
    private static final int ATTEMPTS = 100;

    private final Map<String, String> database;
    private final long before;

    TrailEntries(Map<String, String> database) {
        this.database = database;
        this.before = ids("select coalesce(max(id), 0) from trail where id > ? or ? is not null", "")
                .get(0);
    }

    /** Waits for so many entries of this kind. @param actor null for nobody who is known */
    public void areThere(int count, String action, String actor) {
        for (int i = 0; i < ATTEMPTS && found(action, actor) < count; i++) {
            pause();
        }
        assertThat(found(action, actor)).as("%s %s", action, actor).isEqualTo(count);
    }

    private int found(String action, String actor) {
        return ids(
                        "select id from trail where id > ? and action || coalesce(' ' || actor, '') = ?",
                        words(action, actor))
                .size();
    }

    private static String words(String action, String actor) {
        return actor == null ? action : action + " " + actor;
    }

    private List<Long> ids(String query, String words) {
        try (var connection = DriverManager.getConnection(
                        database.get("TORITSUGI_DB_URL"),
                        database.get("TORITSUGI_DB_OWNER"),
                        database.get("TORITSUGI_DB_OWNER_PASSWORD"));
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, before);
            statement.setString(2, words);
            List<Long> ids = new ArrayList<>();
            for (ResultSet rows = statement.executeQuery(); rows.next(); ) {
                ids.add(rows.getLong(1));
            }
            return ids;
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

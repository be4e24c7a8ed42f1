package jp.toritsugi.feedback;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.frame.UnreadNotices;

/** One look into one partial index, which ends at a hundred. */
@ApplicationScoped
class UnreadCount implements UnreadNotices {
    private static final int MOST = 100;
    private static final Set<String> TOLD = Set.of(Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.CONSULTANT);
    private static final String COUNT =
            """
            select count(*) from (select from notice
              where network = ? and user_name = ? and role = ? and institution = ? and read_at is null limit 100) unread""";

    private final AgroalDataSource database;

    UnreadCount(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public Optional<String> label(Viewer viewer) {
        if (!TOLD.contains(viewer.role())) {
            return Optional.empty();
        }
        // A page may be an error's, made where nothing may wait for the database.
        long unread = BlockingOperationControl.isBlockingAllowed() ? of(viewer) : 0;
        return Optional.of(unread == 0 ? "お知らせ" : "お知らせ " + (unread == MOST ? "99+" : unread));
    }

    long of(Viewer viewer) {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setString(1, viewer.network());
            count.setString(2, viewer.userName());
            count.setString(3, viewer.role());
            count.setString(4, viewer.institution());
            try (ResultSet counted = count.executeQuery()) {
                counted.next();
                return counted.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

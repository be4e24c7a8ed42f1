package jp.toritsugi.diagnosis;

import java.sql.SQLException;

/** The database did not take a batch of sheets. */
public final class BulkRecordingFailed extends RuntimeException {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final long serialVersionUID = 1L;

    BulkRecordingFailed(Exception cause) {
        super(cause);
    }

    /** Whether somebody else recorded one of the same sheets at the same moment: looking again tells which. */
    public boolean isCollision() {
        return getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }
}

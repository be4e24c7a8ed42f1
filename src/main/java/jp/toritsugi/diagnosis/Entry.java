package jp.toritsugi.diagnosis;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.sheet.UnderstoodSheet;

/**
 * Something being written down: what was understood, by whom, when.
 *
 * @param atBranch the branch the recorder is confined to, or null; it stands in where the sheet names none
 */
record Entry(UnderstoodSheet sheet, String by, String byName, String atInstitution, String atBranch, Instant at) {

    static Entry of(UnderstoodSheet sheet, Viewer viewer, Clock clock) {
        // PostgreSQL keeps microseconds; what is answered must be what is read back.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Entry(sheet, viewer.userName(), viewer.displayName(), viewer.institution(), viewer.branch(), now);
    }
}

package jp.toritsugi.diagnosis;

import java.time.Instant;
import jp.toritsugi.sheet.UnderstoodSheet;

/**
 * Something being written down: what was understood, by whom, when.
 *
 * @param atBranch the branch the recorder is confined to, or null; it stands in where the sheet names none
 */
record Entry(UnderstoodSheet sheet, String by, String byName, String atInstitution, String atBranch, Instant at) {}

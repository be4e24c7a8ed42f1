package jp.toritsugi.diagnosis;

import java.time.Instant;
import jp.toritsugi.sheet.UnderstoodSheet;

/** Something being written down: what was understood, by whom, when. */
record Entry(UnderstoodSheet sheet, String by, String byName, String atInstitution, Instant at) {}

package jp.toritsugi.lines;

import java.util.List;
import jp.toritsugi.sheet.UnderstoodSheet;

/**
 * A line after everything that can be said of it without looking at other lines or at what is recorded.
 *
 * @param fields as written; null when the line does not fall into fields
 * @param leavesInstitutionOpen the secretariat did not say which institution held the interview
 * @param sheet null when there are faults
 */
public record ReadLine(
        RecordFrames.Frame frame,
        List<String> fields,
        String institution,
        boolean leavesInstitutionOpen,
        UnderstoodSheet sheet,
        List<Fault> faults,
        List<Flag> flags) {

    public int line() {
        return frame.line();
    }

    public boolean isGood() {
        return faults.isEmpty();
    }
}

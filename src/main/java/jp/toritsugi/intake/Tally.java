package jp.toritsugi.intake;

/** Counts of one reading of a file, growing while it is read. */
final class Tally {
    int lines;
    int accepted;
    int recorded;
    int unchanged;
    int rejectedLines;
    int flaggedLines;
    /** Lines without 実施機関 in a file of the secretariat, taken as its own. */
    int ownInstitutionLines;

    int physicalLinesDone;

    boolean allGood() {
        return rejectedLines == 0;
    }
}

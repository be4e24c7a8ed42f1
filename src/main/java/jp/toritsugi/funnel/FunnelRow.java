package jp.toritsugi.funnel;

/**
 * So many sheets that lie in one part and fared alike.
 *
 * @param part code of the part; null where the sheet says nothing of it
 * @param step furthest step reached, by its place
 * @param visited and planned: whether that is on record
 * @param overridden whether a desk was chosen that the rules had not proposed
 * @param stop where it stands: {@code completed}, state of a referral, or state of the case where nothing was handed over
 * @param reason why a referral ended without success; null else
 * @param closed of the count, those without consent
 * @param first and last: codes of the institutions they are of, the first and the last by their letters
 * @param outcome of a completed referral, or of a case closed without one
 */
record FunnelRow(
        String part,
        int step,
        boolean visited,
        boolean planned,
        boolean overridden,
        String stop,
        String reason,
        String outcome,
        long count,
        long closed,
        String first,
        String last) {

    /** Of sheets that lie open to whoever asks. */
    FunnelRow(
            String part,
            int step,
            boolean visited,
            boolean planned,
            boolean overridden,
            String stop,
            String reason,
            String outcome,
            long count) {
        this(part, step, visited, planned, overridden, stop, reason, outcome, count, 0, null, null);
    }
}

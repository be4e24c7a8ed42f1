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
        long count) {}

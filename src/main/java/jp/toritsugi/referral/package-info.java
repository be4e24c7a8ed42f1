/**
 * 案件と取次: what becomes of a diagnosis. A {@code CaseFile} opens with the recommendation and waits in one state; a
 * {@code Referral} hands it to a desk and moves by one table of legal moves ({@code Move}); every step is a line of the
 * case's one timeline. Leans on diagnosis, provision and the directory; tells others by events.
 *
 * <p>Rows are locked in one order by everybody: the sheet, then its case, then its referrals, and records of provision under
 * the sheet. Whoever changes a sheet or its consents has the sheet first anyway, and holds the case before it looks at
 * referrals ({@code CaseRecalls}); a hand-over holds the sheet before the case ({@code CaseDesk}), a desk's move the case
 * before the referral ({@code Referrals.locked}). {@link jp.toritsugi.pool.OnceMore} is the net below, not the rope.
 */
package jp.toritsugi.referral;

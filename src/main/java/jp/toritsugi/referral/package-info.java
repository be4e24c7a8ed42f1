/**
 * 案件と取次: what becomes of a diagnosis. A {@code CaseFile} opens with the recommendation and waits in one state; a
 * {@code Referral} hands it to a desk and moves by one table of legal moves ({@code Move}); every step is a line of the
 * case's one timeline. Leans on diagnosis, provision and the directory; tells others by events.
 */
package jp.toritsugi.referral;

/**
 * 再確認: what needs no referral now and is looked at again on a day; the list of what falls due, the beginning of the next
 * interview, and the comparison of a firm's interviews. Leans on cases and sheets; changes nothing itself.
 */
package jp.toritsugi.followup;

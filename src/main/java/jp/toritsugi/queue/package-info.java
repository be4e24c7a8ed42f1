/**
 * 取次の順番: the secretariat's queue of cases, with the page on which one is decided, and an institution's list of its own.
 * Reads case files and referrals as rows, moves them through {@code referral}'s desks only, and counts from a tally that
 * the database keeps (V20261126_62).
 */
package jp.toritsugi.queue;

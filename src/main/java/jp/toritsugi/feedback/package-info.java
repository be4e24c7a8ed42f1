/**
 * 結果のお知らせ: what became of a case is told to those it concerns. Steps of cases and emergencies are written into an
 * outbox in their own transaction; a relay tells them to people, as notices and as mail without personal data, and hands
 * them to {@code webhook}. Leans on referral and breakglass for their events only.
 */
package jp.toritsugi.feedback;

/**
 * Webhooks: other systems are told what became of cases, in ids and codes, signed, at least once. What is told and when comes
 * from the outbox of {@code feedback}; this package keeps the addresses and secrets, and delivers. Set up by the admin alone.
 */
package jp.toritsugi.webhook;

package jp.toritsugi.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * One case of an inbox, as far as what was given says.
 *
 * @param diagnosis for the trail; not shown
 * @param firm null where it was not given
 * @param leaf letter, or null where it was not given
 * @param state in a word; null for what was given without a referral
 * @param why it ended or waits, in words, or null
 */
public record InboxRow(
        UUID id,
        UUID diagnosis,
        String address,
        String firm,
        String person,
        String fromName,
        String deskName,
        String leaf,
        String urgency,
        String urgencyLabel,
        String state,
        Due due,
        Instant since,
        String holder,
        String why) {}

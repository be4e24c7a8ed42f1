package jp.toritsugi.referral;

import java.time.Instant;
import java.util.UUID;

/**
 * A line was added to a case's timeline; told within the same transaction, for whoever carries it further (feedback,
 * webhooks, figures).
 *
 * @param entry number of the line
 * @param referral null where the step is the case's own
 * @param from whose case it is
 * @param to the receiving institution, or null
 * @param kind code of the {@link Move}, {@link CaseMove} or of what was noted (contact, visit, plan, note)
 * @param state of the referral, or of the case where there is none, after the step
 * @param toHouse whether the diagnosing institution may be told
 */
public record CaseStep(
        long entry,
        UUID diagnosis,
        UUID referral,
        String network,
        String from,
        String to,
        String kind,
        String state,
        String outcome,
        boolean toHouse,
        Instant at) {}

package jp.toritsugi.recommendation;

import java.time.Instant;
import java.util.UUID;

/**
 * The sheet something is advised for.
 *
 * @param at moment its revision was written; the rules in force on that day decide
 */
public record AdvisedSheet(UUID diagnosis, int revision, String network, String institution, Instant at) {}

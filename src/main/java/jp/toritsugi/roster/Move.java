package jp.toritsugi.roster;

import java.time.LocalDate;

/**
 * 異動: where a person goes.
 *
 * @param institution null = the same as before
 * @param branch null = none
 * @param role null = the same as before
 * @param from first day at the new place; the old period ends on the day before. null = today
 */
public record Move(String institution, String branch, String role, LocalDate from) {}

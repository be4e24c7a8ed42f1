package jp.toritsugi.roster;

import java.time.LocalDate;

/**
 * An institution as sent.
 *
 * @param type code of the kind
 * @param validFrom null = from the beginning
 * @param successor needs {@code validTo}: it takes over on the day after
 */
public record NewInstitution(
        String name, String type, LocalDate validFrom, LocalDate validTo, String successor, Boolean confinesBranches) {}

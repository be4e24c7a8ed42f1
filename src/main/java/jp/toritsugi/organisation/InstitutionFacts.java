package jp.toritsugi.organisation;

import java.time.LocalDate;

/**
 * What the register says of one institution.
 *
 * @param validTo last day it exists, or null
 * @param successor code of the institution that takes over on the day after, or null
 * @param confinesBranches whether its officers see their own branch's sheets only
 */
public record InstitutionFacts(
        String name,
        InstitutionType type,
        LocalDate validFrom,
        LocalDate validTo,
        String successor,
        boolean confinesBranches) {

    public boolean existOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}

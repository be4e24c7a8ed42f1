package jp.toritsugi.roster;

import java.time.LocalDate;

/**
 * 支店・支所.
 *
 * @param code short, unique within the institution; sheets and people refer to it
 * @param validFrom null in what is sent = from the beginning
 */
public record BranchView(String code, String name, LocalDate validFrom, LocalDate validTo) {
    boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}

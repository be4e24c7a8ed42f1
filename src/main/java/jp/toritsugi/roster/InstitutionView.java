package jp.toritsugi.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.InstitutionFacts;

/**
 * An institution as the register says it.
 *
 * @param successor code of the institution that took over the day after {@code validTo}, or null
 * @param mergedOn that day, or null
 * @param version for {@code If-Match}
 * @param branches past ones too; null in lists
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record InstitutionView(
        String code,
        String name,
        String type,
        String typeLabel,
        LocalDate validFrom,
        LocalDate validTo,
        String successor,
        LocalDate mergedOn,
        boolean confinesBranches,
        int version,
        List<BranchView> branches) {

    static InstitutionView of(Institution institution, List<BranchView> branches) {
        InstitutionFacts facts = institution.facts();
        return new InstitutionView(
                institution.code(),
                facts.name(),
                facts.type().code(),
                facts.type().label(),
                facts.validFrom(),
                facts.validTo(),
                facts.successor(),
                facts.successor() == null ? null : facts.validTo().plusDays(1),
                facts.confinesBranches(),
                institution.version(),
                branches);
    }

    boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}

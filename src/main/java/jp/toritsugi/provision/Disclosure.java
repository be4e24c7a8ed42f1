package jp.toritsugi.provision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 提供記録の開示: all that was given of one person, as that person is told it.
 *
 * @param diagnosis the sheet it was asked from
 * @param lines oldest first
 * @param sheets how many of the person's sheets were looked through
 * @param otherPersons sheets of the same firm that name somebody else, and are left out
 */
public record Disclosure(
        UUID diagnosis,
        String person,
        List<Line> lines,
        int sheets,
        int otherPersons,
        Instant madeAt,
        String madeAtInstitution) {

    /** @param views when somebody of the receiving institution opened it */
    public record Line(ProvisionView provision, LocalDate interviewedOn, List<Instant> views) {}

    @JsonIgnore
    public boolean isEmpty() {
        return lines.isEmpty();
    }
}

package jp.toritsugi.breakglass;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * One opening, for those who may know of it.
 *
 * @param diagnosis id of the case that was opened
 * @param institution whose case it is
 * @param userName who opened it, with their name and institution
 * @param endsAt two hours after the opening
 * @param confirmedAt when the owning institution confirmed that it was told, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BreakGlassView(
        UUID id,
        UUID diagnosis,
        String institution,
        String userName,
        String displayName,
        String atInstitution,
        String reason,
        Instant openedAt,
        Instant endsAt,
        String confirmedByName,
        Instant confirmedAt) {

    static BreakGlassView of(BreakGlass glass) {
        return new BreakGlassView(
                glass.id,
                glass.diagnosis,
                glass.institution,
                glass.userName,
                glass.displayName,
                glass.atInstitution,
                glass.reason,
                glass.openedAt,
                glass.endsAt,
                glass.confirmedByName,
                glass.confirmedAt);
    }
}

package jp.toritsugi.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;

/**
 * 廃棄の保留: something that may not be destroyed until the hold is lifted.
 *
 * @param institution code of the institution all of whose records are held, or null
 * @param diagnosis the sheet that is held, or null
 * @param liftedAt null while it holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HoldView(
        UUID id,
        String institution,
        String institutionName,
        UUID diagnosis,
        String reason,
        Instant placedAt,
        String placedByName,
        Instant liftedAt,
        String liftedByName,
        String liftedBecause) {

    static final String QUERY =
            """
            select h.id, h.institution, i.name, h.diagnosis, h.reason, h.placed_at, h.placed_by_name, h.lifted_at,
              h.lifted_by_name, h.lifted_because
            from retention_hold h left join institution i on i.network = h.network and i.code = h.institution
            where h.network = :network""";

    static HoldView of(Tuple row) {
        return new HoldView(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, UUID.class),
                row.get(4, String.class),
                row.get(5, Instant.class),
                row.get(6, String.class),
                row.get(7, Instant.class),
                row.get(8, String.class),
                row.get(9, String.class));
    }
}

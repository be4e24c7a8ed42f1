package jp.toritsugi.samefirm;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.toritsugi.enterprise.FirmTrace;

/**
 * Two sheets that may be of the same firm.
 *
 * @param agrees what agrees: {@code number}, {@code phone}, {@code name-and-person} …
 * @param state {@code open}, {@code linked} or {@code dismissed}
 * @param sheets two; at least one of them lies open to the viewer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PairView(
        UUID id,
        String state,
        List<String> agrees,
        List<PairSide> sheets,
        Instant foundAt,
        Instant decidedAt,
        String decidedBy,
        String reason) {

    static PairView of(Tuple row) {
        PairSide one = PairSide.of(row, "one_");
        PairSide other = PairSide.of(row, "other_");
        return new PairView(
                row.get("id", UUID.class),
                row.get("state", String.class),
                row.get("kinds", String.class)
                        .chars()
                        .mapToObj(code -> FirmTrace.Kind.of((char) code))
                        .sorted()
                        .map(PairView::code)
                        .toList(),
                one.anonymous() == null ? List.of(one, other) : List.of(other, one),
                row.get("found_at", Instant.class),
                row.get("decided_at", Instant.class),
                row.get("decided_by_name", String.class),
                row.get("reason", String.class));
    }

    /** What agrees, for a person. */
    List<String> agreements() {
        return agrees.stream()
                .map(code -> FirmTrace.Kind.valueOf(
                                code.toUpperCase(Locale.ROOT).replace('-', '_'))
                        .label())
                .toList();
    }

    private static String code(FirmTrace.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

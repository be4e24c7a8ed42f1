package jp.toritsugi.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.NotFound;

/** Runs as they are written down. */
@ApplicationScoped
class DestructionReader {
    private static final String RUNS =
            """
            select id, state, prepared_at, prepared_by, prepared_by_name, approved_at, approved_by, approved_by_name, ended_at
            from destruction where network = :network""";

    private static final String PARTS =
            "select kind, rule, term, unit, before, finished_at from destruction_part where run = :run order by place";

    private static final String COUNTS =
            """
            select c.kind, c.year, c.institution, i.name, c.planned, c.held, c.destroyed
            from destruction_count c left join institution i on i.network = :network and i.code = c.institution
            where c.run = :run order by c.year, c.institution""";

    private final EntityManager entities;

    DestructionReader(EntityManager entities) {
        this.entities = entities;
    }

    /** Newest first. There are few in a year: they are not paged. */
    List<DestructionView> all(Viewer viewer) {
        return rows(entities.createNativeQuery(RUNS + " order by prepared_at desc, id", Tuple.class)
                        .setParameter("network", viewer.network()))
                .toList()
                .stream()
                .map(row -> view(row, viewer))
                .toList();
    }

    /** @throws NotFound in another network */
    DestructionView get(UUID id, Viewer viewer) {
        return rows(entities.createNativeQuery(RUNS + " and id = :id", Tuple.class)
                        .setParameter("network", viewer.network())
                        .setParameter("id", id))
                .findFirst()
                .map(row -> view(row, viewer))
                .orElseThrow(() -> new NotFound("この廃棄"));
    }

    private DestructionView view(Tuple row, Viewer viewer) {
        UUID id = row.get("id", UUID.class);
        List<Tuple> counts = rows(entities.createNativeQuery(COUNTS, Tuple.class)
                        .setParameter("network", viewer.network())
                        .setParameter("run", id))
                .toList();
        List<DestructionView.Part> parts =
                rows(entities.createNativeQuery(PARTS, Tuple.class).setParameter("run", id)).toList().stream()
                        .map(part -> part(part, counts))
                        .toList();
        return new DestructionView(
                id,
                row.get("state", String.class),
                row.get("prepared_at", Instant.class),
                row.get("prepared_by", String.class),
                row.get("prepared_by_name", String.class),
                row.get("approved_at", Instant.class),
                row.get("approved_by", String.class),
                row.get("approved_by_name", String.class),
                row.get("ended_at", Instant.class),
                parts);
    }

    private static DestructionView.Part part(Tuple part, List<Tuple> all) {
        RecordKind kind = RecordKind.of(part.get("kind", String.class));
        List<DestructionView.Count> counts = all.stream()
                .filter(row -> row.get("kind", String.class).equals(kind.code()))
                .map(row -> new DestructionView.Count(
                        row.get("year", Number.class).intValue(),
                        row.get("institution", String.class),
                        row.get("name", String.class),
                        number(row, "planned"),
                        number(row, "held"),
                        number(row, "destroyed")))
                .toList();
        return new DestructionView.Part(
                kind.code(),
                kind.label(),
                number(part, "rule"),
                (int) number(part, "term"),
                part.get("unit", String.class),
                part.get("before", LocalDate.class),
                part.get("finished_at", Instant.class),
                counts.stream().mapToLong(DestructionView.Count::planned).sum(),
                counts.stream().mapToLong(DestructionView.Count::held).sum(),
                counts.stream().mapToLong(DestructionView.Count::destroyed).sum(),
                counts);
    }

    private static long number(Tuple row, String name) {
        return row.get(name, Number.class).longValue();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Tuple> rows(jakarta.persistence.Query question) {
        return ((List<Tuple>) question.getResultList()).stream();
    }
}

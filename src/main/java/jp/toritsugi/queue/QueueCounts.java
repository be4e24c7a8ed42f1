package jp.toritsugi.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.query.SqlConditions;

/**
 * How many cases stand in each part of the queue. One filter at a time is read from the tally; where two come together, or
 * a person's own branch or cases, the cases themselves are counted.
 */
@ApplicationScoped
class QueueCounts {
    private final EntityManager entities;
    private final QueueConditions conditions;
    private final IndexOrder index;
    private final Clock clock;

    QueueCounts(EntityManager entities, QueueConditions conditions, IndexOrder index, Clock clock) {
        this.entities = entities;
        this.conditions = conditions;
        this.index = index;
        this.clock = clock;
    }

    /** For every tab, with the filters of the query and whatever tab it asks for. */
    @Transactional
    Map<QueueTab, Long> of(QueueQuery query, Viewer viewer) {
        Optional<SqlConditions> tally = tally(query, viewer);
        SqlConditions cases = conditions.of(query, viewer);
        String source = "select state, rank, returned, queue_due, 1 n from case_file where ";
        if (tally.isPresent() && viewer.role().equals(Roles.COORDINATOR)) {
            // The secretariat's own that are not shared: few, and not in what it reads of the tally.
            source += cases.text() + " and not shared and institution = :own union all " + counted(tally.get());
        } else {
            source = tally.map(QueueCounts::counted).orElse(source + cases.text());
        }
        String sums = Stream.of(QueueTab.values())
                .map(tab -> "coalesce(sum(n) filter (where " + tab.condition() + "), 0) as " + column(tab))
                .collect(Collectors.joining(", "));
        Query counting = entities.createNativeQuery("select " + sums + " from (" + source + ") q", Tuple.class);
        if (tally.isEmpty() || viewer.role().equals(Roles.COORDINATOR)) {
            cases.bindTo(counting);
        }
        tally.ifPresent(where -> where.bindTo(counting));
        counting.setParameter("today", LocalDate.now(clock));
        Tuple row = (Tuple) (tally.isEmpty() ? index.within(counting::getSingleResult) : counting.getSingleResult());
        Map<QueueTab, Long> counts = new EnumMap<>(QueueTab.class);
        Stream.of(QueueTab.values())
                .forEach(tab ->
                        counts.put(tab, row.get(column(tab), Number.class).longValue()));
        return counts;
    }

    private static String column(QueueTab tab) {
        return "tab_" + tab.ordinal();
    }

    private static String counted(SqlConditions where) {
        return "select state, rank, returned, queue_due, n from case_counted where " + where.text();
    }

    /** Where the tally knows the answer; empty where it does not. */
    private Optional<SqlConditions> tally(QueueQuery query, Viewer viewer) {
        List<String> by = QueueQuery.FILTERS.stream()
                .filter(name -> query.get(name) != null)
                .map(QueueCounts::scope)
                .distinct()
                .toList();
        SqlConditions where = new SqlConditions();
        if (!viewer.role().equals(Roles.COORDINATOR)) {
            where.add("scope = 'institution'");
            return by.isEmpty() && viewer.branch() == null ? Optional.of(where) : Optional.empty();
        }
        if (by.size() > 1 || by.contains("")) {
            return Optional.empty();
        }
        where.add("scope = :scope", "scope", by.isEmpty() ? "network" : by.get(0));
        if (query.get("area") != null) {
            where.add("a in (:tallyArea)", "tallyArea", conditions.area(query, viewer));
        }
        where.addIfGiven("a = :tallyMunicipality", "tallyMunicipality", query.get("municipality"));
        where.addIfGiven("a = :tallyInstitution", "tallyInstitution", query.get("institution"));
        where.addIfGiven("a = :tallyLeaf", "tallyLeaf", query.get("leaf"));
        where.addIfGiven("b = :tallyKind", "tallyKind", query.get("kind"));
        return Optional.of(where);
    }

    private static String scope(String filter) {
        return switch (filter) {
            case "area", "municipality" -> "municipality";
            case "leaf", "kind" -> "kind";
            case "institution" -> "institution";
            default -> "";
        };
    }
}

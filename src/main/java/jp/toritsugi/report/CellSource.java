package jp.toritsugi.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.Municipalities;

/** Counts, by SQL. Whole months of a whole network come from the monthly tally, everything else from the sheets. */
@ApplicationScoped
class CellSource {
    private final EntityManager entities;
    private final Municipalities municipalities;

    CellSource(EntityManager entities, Municipalities municipalities) {
        this.entities = entities;
        this.municipalities = municipalities;
    }

    /** Cells by questionnaire version. */
    Map<String, Cells> cells(String questionnaire, ReportFilter filter, Viewer viewer) {
        return filter.isStandard() && viewer.confinedTo().isEmpty()
                ? tallied(questionnaire, filter, viewer)
                : counted(questionnaire, filter, viewer);
    }

    private Map<String, Cells> tallied(String questionnaire, ReportFilter filter, Viewer viewer) {
        Query query = entities.createNativeQuery(
                        """
                        select version, cell, cast(sum(n) as bigint) from report_month_cell
                        where network = :network and questionnaire = :questionnaire and month between :from and :to
                        group by version, cell""")
                .setParameter("network", viewer.network())
                .setParameter("questionnaire", questionnaire)
                .setParameter("from", filter.from)
                .setParameter("to", filter.to);
        Map<String, Cells> cells = new TreeMap<>();
        for (Object[] row : rows(query)) {
            cells.computeIfAbsent((String) row[0], version -> new Cells())
                    .add((String) row[1], ((Number) row[2]).longValue());
        }
        return cells;
    }

    private Map<String, Cells> counted(String questionnaire, ReportFilter filter, Viewer viewer) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        Query query =
                entities.createNativeQuery("select version, marks, age / 10 * 10, count(*) from report_sheet where "
                        + condition(questionnaire, filter, viewer, parameters)
                        + " group by 1, 2, 3");
        parameters.forEach(query::setParameter);
        Map<String, Cells> cells = new TreeMap<>();
        for (Object[] row : rows(query)) {
            Integer decade = row[2] == null ? null : Integer.valueOf(((Number) row[2]).intValue());
            cells.computeIfAbsent((String) row[0], version -> new Cells())
                    .addSheets((String) row[1], decade, ((Number) row[3]).longValue());
        }
        return cells;
    }

    private String condition(String questionnaire, ReportFilter filter, Viewer viewer, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder(
                "network = :network and questionnaire = :questionnaire and interviewed_on between :from and :to");
        parameters.put("network", viewer.network());
        parameters.put("questionnaire", questionnaire);
        parameters.put("from", filter.from);
        parameters.put("to", filter.to);
        if (filter.asOf == null) {
            where.append(" and known_to = 'infinity'");
        } else {
            where.append(" and known_from <= :asOf and known_to > :asOf");
            parameters.put("asOf", filter.asOf);
        }
        viewer.confinedTo().ifPresent(own -> {
            where.append(" and institution = :own");
            parameters.put("own", own);
        });
        and(where, parameters, "institution = :institution", "institution", filter.institution);
        and(
                where,
                parameters,
                "institution in (select code from institution where network = :network and type = :institutionType)",
                "institutionType",
                filter.institutionType);
        and(where, parameters, "municipality = :municipality", "municipality", filter.municipality);
        and(where, parameters, "industry like :industry || '%'", "industry", filter.industry);
        and(where, parameters, "age >= :ageFrom", "ageFrom", filter.ageFrom);
        and(where, parameters, "age <= :ageTo", "ageTo", filter.ageTo);
        and(where, parameters, "leaf = :leaf", "leaf", filter.leaf);
        if (filter.area != null && !filter.area.isBlank()) {
            List<String> codes = municipalities.inArea(viewer.network(), filter.area, filter.to);
            and(where, parameters, "municipality = any(:codes)", "codes", codes.toArray(String[]::new));
        }
        return where.toString();
    }

    private static void and(
            StringBuilder where, Map<String, Object> parameters, String condition, String name, Object value) {
        if (value != null && !(value instanceof String text && text.isBlank())) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}

package jp.toritsugi.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.query.SqlConditions;

/**
 * Counts, by SQL. Whole months of a whole network come from the monthly tally, everything else from the sheets, by an
 * index that holds all that is asked of them.
 */
@ApplicationScoped
class CellSource {
    private final EntityManager entities;
    private final SheetConditions conditions;

    CellSource(EntityManager entities, SheetConditions conditions) {
        this.entities = entities;
        this.conditions = conditions;
    }

    /** Cells by questionnaire version. */
    Map<String, Cells> cells(String questionnaire, ReportFilter filter, Viewer viewer) {
        return filter.isStandard() && viewer.confinedTo().isEmpty()
                ? tallied(questionnaire, filter, viewer)
                : counted(questionnaire, filter, viewer);
    }

    /** Sheets by month, of all versions together, for months that have any within the viewer's reach. */
    SortedMap<YearMonth, Long> months(String questionnaire, Viewer viewer) {
        SqlConditions where = new SqlConditions();
        where.add("network = :network", "network", viewer.network());
        where.add("questionnaire = :questionnaire", "questionnaire", questionnaire);
        String select = "select month, cast(sum(n) as bigint) from report_month_cell";
        if (viewer.confinedTo().isPresent()) {
            where.add("institution = :own and known_to = 'infinity'", "own", viewer.institution());
            select = "select cast(date_trunc('month', interviewed_on) as date), count(*) from report_sheet";
        } else {
            where.add("cell = :cell", "cell", "#");
        }
        SortedMap<YearMonth, Long> months = new TreeMap<>();
        for (Object[] row : rows(where, select, "group by 1")) {
            long sheets = ((Number) row[1]).longValue();
            if (sheets > 0) {
                months.put(YearMonth.from(day(row[0])), sheets);
            }
        }
        return months;
    }

    private Map<String, Cells> tallied(String questionnaire, ReportFilter filter, Viewer viewer) {
        SqlConditions where = new SqlConditions();
        where.add("network = :network", "network", viewer.network());
        where.add("questionnaire = :questionnaire", "questionnaire", questionnaire);
        where.add("month between :from and :to", "from", filter.from());
        where.bind("to", filter.to());
        Map<String, Cells> cells = new TreeMap<>();
        for (Object[] row : rows(
                where,
                "select version, cell, cast(sum(n) as bigint) from report_month_cell",
                "group by version, cell")) {
            cells.computeIfAbsent((String) row[0], version -> new Cells())
                    .add((String) row[1], ((Number) row[2]).longValue());
        }
        return cells;
    }

    private Map<String, Cells> counted(String questionnaire, ReportFilter filter, Viewer viewer) {
        // A plan made for any period takes every period for a short one: over ten years it ran three times as long as
        // one
        // made for the ten years. Planning costs 0.3 ms.
        entities.createNativeQuery("set local plan_cache_mode = force_custom_plan")
                .executeUpdate();
        Map<String, Cells> cells = new TreeMap<>();
        for (Object[] row : rows(
                conditions.of(questionnaire, filter, viewer),
                "select version, marks, age / 10 * 10, count(*) from report_sheet",
                "group by 1, 2, 3")) {
            Integer decade = row[2] == null ? null : Integer.valueOf(((Number) row[2]).intValue());
            cells.computeIfAbsent((String) row[0], version -> new Cells())
                    .addSheets((String) row[1], decade, ((Number) row[3]).longValue());
        }
        return cells;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(SqlConditions where, String select, String groupBy) {
        Query query = entities.createNativeQuery(select + " where " + where.text() + " " + groupBy);
        where.bindTo(query);
        return query.getResultList();
    }

    private static LocalDate day(Object value) {
        return value instanceof LocalDate day ? day : ((java.sql.Date) value).toLocalDate();
    }
}

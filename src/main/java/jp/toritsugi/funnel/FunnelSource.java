package jp.toritsugi.funnel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.japan.BusinessDays;

/** Figures from the two functions made for it (V20261126_80, V20261130_53): they keep within the viewer's reach and tell no single case. */
@ApplicationScoped
class FunnelSource {
    /** Before the programme's first interview. */
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    private final EntityManager entities;
    private final BusinessDays calendar;
    private final ObjectMapper mapper;
    private final Clock clock;

    FunnelSource(EntityManager entities, BusinessDays calendar, ObjectMapper mapper, Clock clock) {
        this.entities = entities;
        this.calendar = calendar;
        this.mapper = mapper;
        this.clock = clock;
    }

    List<FunnelRow> rows(FunnelQuestion question) {
        Query query = entities.createNativeQuery(
                "select part, step, visited, planned, overridden, stop, reason, outcome, n, closed,"
                        + " first_institution, last_institution"
                        + " from report_funnel(:questionnaire, :from, :to, cast(:narrowed as jsonb), :by)");
        bind(query, question).setParameter("by", question.by().code());
        return FunnelSource.<Object[]>list(query).stream()
                .map(row -> new FunnelRow(
                        (String) row[0],
                        ((Number) row[1]).intValue(),
                        (Boolean) row[2],
                        (Boolean) row[3],
                        (Boolean) row[4],
                        (String) row[5],
                        (String) row[6],
                        (String) row[7],
                        ((Number) row[8]).longValue(),
                        ((Number) row[9]).longValue(),
                        (String) row[10],
                        (String) row[11]))
                .toList();
    }

    List<FunnelAge> ages(FunnelQuestion question) {
        Query query = entities.createNativeQuery("select step, n, median, ninetieth"
                + " from report_funnel_ages(:questionnaire, :from, :to, cast(:narrowed as jsonb), :first, :worked)");
        bind(query, question).setParameter("first", FIRST).setParameter("worked", worked());
        return FunnelSource.<Object[]>list(query).stream()
                .map(row -> new FunnelAge(
                        ((Number) row[0]).intValue(),
                        ((Number) row[1]).longValue(),
                        ((Number) row[2]).intValue(),
                        ((Number) row[3]).intValue()))
                .toList();
    }

    private Query bind(Query query, FunnelQuestion question) {
        return query.setParameter("questionnaire", question.questionnaire())
                .setParameter("from", question.sheets().from())
                .setParameter("to", question.sheets().to())
                .setParameter("narrowed", narrowed(question));
    }

    /** An area is what it held on the period's last day, as in the tables. */
    private String narrowed(FunnelQuestion question) {
        Map<String, Object> narrowed = new HashMap<>(question.sheets().filters());
        if (question.sheets().municipalities() != null) {
            narrowed.put("municipalities", question.sheets().municipalities());
        }
        if (question.kind() != null) {
            narrowed.put("kind", question.kind().code());
        }
        try {
            return mapper.writeValueAsString(narrowed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For each day from the first until today, how many business days there were until then. */
    private Integer[] worked() {
        int days = Math.toIntExact(LocalDate.now(clock).toEpochDay() - FIRST.toEpochDay()) + 1;
        Integer[] worked = new Integer[days];
        int sum = 0;
        for (int i = 0; i < days; i++) {
            sum += calendar.isBusinessDay(FIRST.plusDays(i)) ? 1 : 0;
            worked[i] = sum;
        }
        return worked;
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Query query) {
        return query.getResultList();
    }
}

package jp.toritsugi.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.InvalidInput;

/** How often people chose another desk than the rules proposed: the measure of the rules, not of the people. */
@ApplicationScoped
class Overrides {
    private static final int USUAL_MONTHS = 3;
    private static final String BY_RULE =
            """
            select coalesce(c.rule, '') rule, coalesce(c.rule_set, '') rule_set, count(*) handed_over,
              count(*) filter (where overridden) overridden
            from (select diagnosis, bool_or(override_reason is not null) overridden from referral
                  where network = :network and requested_at >= :from and requested_at < :to group by diagnosis) r
            join case_file c using (diagnosis) group by 1, 2 order by 4 desc, 3 desc, 1""";

    private final EntityManager entities;
    private final Clock clock;

    Overrides(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** @param percent whole, half up; null (printed －) where nothing was handed over */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Line(String ruleSet, String rule, long handedOver, long overridden, Integer percent) {
        static Line of(String ruleSet, String rule, long handedOver, long overridden) {
            return new Line(
                    ruleSet,
                    rule,
                    handedOver,
                    overridden,
                    handedOver == 0 ? null : Math.toIntExact((200 * overridden + handedOver) / (2 * handedOver)));
        }

        public String printed() {
            return percent == null ? "－" : percent + "％";
        }
    }

    /**
     * @param from first day, to: last day on which cases were handed over
     * @param total over all rules
     * @param rules by rule, the most overridden first
     */
    public record Period(LocalDate from, LocalDate to, Line total, List<Line> rules) {}

    /**
     * Cases handed over within the period, each once, however many desks it went to.
     *
     * @param from null = three months before {@code to}; to: null = today
     */
    @Transactional
    @SuppressWarnings("unchecked")
    Period within(LocalDate from, LocalDate to, Viewer viewer) {
        LocalDate last = to == null ? LocalDate.now(clock) : to;
        LocalDate first = from == null ? last.minusMonths(USUAL_MONTHS) : from;
        if (first.isAfter(last)) {
            throw new InvalidInput("from", "期間の始めは、終わりより前の日にしてください。");
        }
        List<Tuple> rows = entities.createNativeQuery(BY_RULE, Tuple.class)
                .setParameter("network", viewer.network())
                .setParameter("from", first.atStartOfDay(clock.getZone()).toInstant())
                .setParameter(
                        "to", last.plusDays(1).atStartOfDay(clock.getZone()).toInstant())
                .getResultList();
        List<Line> lines = rows.stream()
                .map(row -> Line.of(
                        row.get("rule_set", String.class),
                        row.get("rule", String.class),
                        row.get("handed_over", Number.class).longValue(),
                        row.get("overridden", Number.class).longValue()))
                .toList();
        Line total = Line.of(
                null,
                null,
                lines.stream().mapToLong(Line::handedOver).sum(),
                lines.stream().mapToLong(Line::overridden).sum());
        return new Period(first, last, total, lines);
    }
}

package jp.toritsugi.rulechange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reports of trials as they are kept, and of the sheets they list those within the viewer's reach. */
@ApplicationScoped
class TrialReader {
    private static final String LATEST =
            """
            select t.id, t.draft, t.checksum, t.base_rule_set, t.base_checksum, t.from_day, t.until_day, t.cases, t.changed,
              cast(t.result as text) result, t.made_at, t.made_by_name
            from rule_trial t join rule_draft d on d.id = t.draft
            where t.draft = :draft and (d.approved_trial is null or d.approved_trial = t.id)
            order by t.made_at desc limit 1""";
    private static final String MOVES =
            """
            select d.id, d.receipt, d.interviewed_on, cast(m.before as text) before, cast(m.after as text) after
            from rule_trial_move m join diagnosis d on d.id = m.diagnosis
            where m.trial = :trial order by d.interviewed_on desc, d.id limit :most""";

    /** Its month's last day: of a closed sheet nobody is told the day. */
    private static final String USUAL =
            "select cast(cast(max(interviewed_in) + interval '1 month' as date) - 1 as text) from diagnosis_listed";

    private final EntityManager entities;
    private final ObjectMapper mapper;

    TrialReader(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /** One line of the list. */
    record Moved(
            UUID diagnosis,
            String receipt,
            LocalDate interviewedOn,
            TrialResult.Outcome before,
            TrialResult.Outcome after) {}

    Optional<TrialReport> latest(RuleDraft draft) {
        List<?> rows = entities.createNativeQuery(LATEST, Tuple.class)
                .setParameter("draft", draft.id())
                .getResultList();
        return rows.stream().findFirst().map(row -> report((Tuple) row));
    }

    List<Moved> moves(TrialReport report, int most) {
        List<?> rows = entities.createNativeQuery(MOVES, Tuple.class)
                .setParameter("trial", report.id())
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(row -> moved((Tuple) row)).toList();
    }

    /** Last day of the month of the last interview of the network; empty where there is none, and for who may not start a trial. */
    Optional<LocalDate> lastInterview() {
        return Optional.ofNullable((String) entities.createNativeQuery(USUAL).getSingleResult())
                .map(LocalDate::parse);
    }

    private TrialReport report(Tuple row) {
        TrialResult result = read(row.get("result", String.class), TrialResult.class);
        return new TrialReport(
                row.get("id", UUID.class),
                row.get("draft", UUID.class),
                row.get("checksum", String.class),
                row.get("base_rule_set", String.class),
                row.get("base_checksum", String.class),
                row.get("from_day", LocalDate.class),
                row.get("until_day", LocalDate.class),
                row.get("cases", Number.class).longValue(),
                row.get("changed", Number.class).longValue(),
                result.moved(),
                result,
                row.get("made_at", Instant.class),
                row.get("made_by_name", String.class));
    }

    private Moved moved(Tuple row) {
        return new Moved(
                row.get("id", UUID.class),
                row.get("receipt", String.class),
                row.get("interviewed_on", LocalDate.class),
                read(row.get("before", String.class), TrialResult.Outcome.class),
                read(row.get("after", String.class), TrialResult.Outcome.class));
    }

    private <T> T read(String json, Class<T> as) {
        try {
            return mapper.readValue(json, as);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package jp.toritsugi.rulechange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.NotFound;

/** Drafts as they are written down, for the secretariat's people. */
@ApplicationScoped
class DraftReader {
    private static final String ROWS =
            """
            select id, institution, state, rule_set, title, questionnaire, valid_from, checksum, cast(faults as text) faults,
              sent_at, sent_by, sent_by_name, approved_at, approved_by, approved_by_name,
              withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_because
            from rule_draft
            where network = :network and (:everybodys or institution = :institution)""";
    private static final String TEXTS = "select rules, cases from rule_draft where id = :id";

    private final EntityManager entities;
    private final ObjectMapper mapper;

    DraftReader(EntityManager entities, ObjectMapper mapper) {
        this.entities = entities;
        this.mapper = mapper;
    }

    /** Newest first; few in a year, so not paged. */
    List<RuleDraft> all(Viewer viewer) {
        return rows(asked(ROWS + " order by sent_at desc, id", viewer)).stream()
                .map(this::draft)
                .toList();
    }

    /** @throws NotFound where it is none of the viewer's network, or none of the secretariat they answer for */
    RuleDraft get(UUID id, Viewer viewer) {
        return rows(asked(ROWS + " and id = :id", viewer).setParameter("id", id)).stream()
                .findFirst()
                .map(this::draft)
                .orElseThrow(() -> new NotFound("この下書き"));
    }

    /** Of a draft that {@link #get} gave. */
    DraftTexts texts(RuleDraft draft) {
        Tuple row = rows(entities.createNativeQuery(TEXTS, Tuple.class).setParameter("id", draft.id()))
                .get(0);
        return new DraftTexts(row.get("rules", String.class), row.get("cases", String.class));
    }

    private Query asked(String question, Viewer viewer) {
        return entities.createNativeQuery(question, Tuple.class)
                .setParameter("network", viewer.network())
                .setParameter("institution", viewer.institution())
                .setParameter("everybodys", viewer.role().equals(Roles.COORDINATOR));
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query question) {
        return question.getResultList();
    }

    private RuleDraft draft(Tuple row) {
        return new RuleDraft(
                row.get("id", UUID.class),
                row.get("state", String.class),
                row.get("rule_set", String.class),
                row.get("title", String.class),
                row.get("questionnaire", String.class),
                row.get("valid_from", LocalDate.class),
                row.get("checksum", String.class),
                faults(row.get("faults", String.class)),
                row.get("institution", String.class),
                step(row, "sent"),
                step(row, "approved"),
                step(row, "withdrawn"),
                row.get("withdrawn_because", String.class));
    }

    private static RuleDraft.Step step(Tuple row, String what) {
        Instant at = row.get(what + "_at", Instant.class);
        return at == null
                ? null
                : new RuleDraft.Step(at, row.get(what + "_by", String.class), row.get(what + "_by_name", String.class));
    }

    private List<DraftFault> faults(String json) {
        try {
            return mapper.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

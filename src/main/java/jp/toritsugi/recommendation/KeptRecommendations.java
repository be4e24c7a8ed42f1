package jp.toritsugi.recommendation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What was advised for each revision of a sheet, appended and never changed. */
@ApplicationScoped
class KeptRecommendations {
    private static final String FIND =
            "select cast(result as text) from recommendation where diagnosis = :diagnosis and revision = :revision";

    /** Two who open a sheet at the same moment make the same; one of them keeps it. */
    private static final String KEEP =
            """
            insert into recommendation (diagnosis, revision, rule_set, rule_set_checksum, made_at, input, result)
            values (:diagnosis, :revision, :ruleSet, :checksum, :at, cast(:input as json), cast(:result as json))
            on conflict do nothing""";

    private final EntityManager entities;
    private final ObjectMapper mapper;
    private final Clock clock;

    KeptRecommendations(EntityManager entities, ObjectMapper mapper, Clock clock) {
        this.entities = entities;
        this.mapper = mapper;
        this.clock = clock;
    }

    @SuppressWarnings("unchecked")
    Optional<RecommendationView> find(AdvisedSheet sheet) {
        List<String> found = entities.createNativeQuery(FIND)
                .setParameter("diagnosis", sheet.diagnosis())
                .setParameter("revision", sheet.revision())
                .getResultList();
        return found.stream().findFirst().map(this::read);
    }

    void keep(AdvisedSheet sheet, Recommender.Made made) {
        entities.createNativeQuery(KEEP)
                .setParameter("diagnosis", sheet.diagnosis())
                .setParameter("revision", sheet.revision())
                .setParameter("ruleSet", made.ruleSet().id())
                .setParameter("checksum", made.ruleSet().head().checksum())
                .setParameter("at", clock.instant())
                .setParameter("input", written(made.input()))
                .setParameter("result", written(made.view()))
                .executeUpdate();
    }

    private RecommendationView read(String json) {
        try {
            return mapper.readValue(json, RecommendationView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String written(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

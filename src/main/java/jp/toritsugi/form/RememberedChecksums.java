package jp.toritsugi.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.questionnaire.QuestionnaireId;

/** The checksum each version had when it was first seen in use. */
@ApplicationScoped
class RememberedChecksums {
    private final EntityManager entities;

    RememberedChecksums(EntityManager entities) {
        this.entities = entities;
    }

    Map<QuestionnaireId, String> all() {
        List<?> rows = entities.createNativeQuery("select questionnaire, version, checksum from questionnaire_in_use")
                .getResultList();
        Map<QuestionnaireId, String> checksums = new HashMap<>();
        for (Object row : rows) {
            Object[] cells = (Object[]) row;
            checksums.put(new QuestionnaireId((String) cells[0], (String) cells[1]), (String) cells[2]);
        }
        return checksums;
    }

    boolean isUsed(QuestionnaireId id) {
        return (Boolean) entities.createNativeQuery("select questionnaire_is_used(:code, :version)")
                .setParameter("code", id.code())
                .setParameter("version", id.version())
                .getSingleResult();
    }

    void remember(QuestionnaireId id, String checksum) {
        entities.createNativeQuery(
                        """
                        insert into questionnaire_in_use (questionnaire, version, checksum)
                        values (:code, :version, :checksum)
                        on conflict (questionnaire, version) do update set checksum = excluded.checksum""")
                .setParameter("code", id.code())
                .setParameter("version", id.version())
                .setParameter("checksum", checksum)
                .executeUpdate();
    }
}

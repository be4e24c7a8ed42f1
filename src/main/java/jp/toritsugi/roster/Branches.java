package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import jp.toritsugi.organisation.Institution;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;

/** The branches of institutions. */
@ApplicationScoped
class Branches {
    static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    private final EntityManager entities;

    Branches(EntityManager entities) {
        this.entities = entities;
    }

    /** Past ones too, by code. */
    @Transactional
    @SuppressWarnings("unchecked")
    List<BranchView> of(String network, String institution) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select code, name, valid_from, valid_to from branch where network = :network and institution = :institution order by code",
                        Tuple.class)
                .setParameter("network", network)
                .setParameter("institution", institution)
                .getResultList();
        return rows.stream()
                .map(row -> new BranchView(
                        row.get("code", String.class),
                        row.get("name", String.class),
                        row.get("valid_from", LocalDate.class),
                        row.get("valid_to", LocalDate.class)))
                .toList();
    }

    boolean existsOn(LocalDate day, Institution institution, String code) {
        return of(institution.network(), institution.code()).stream()
                .anyMatch(branch -> branch.code().equals(code) && branch.existsOn(day));
    }

    /** Adds it, or gives the one of that code another name or period. */
    void put(Institution institution, BranchView branch) {
        entities.createNativeQuery(
                        """
                        insert into branch (network, institution, code, name, valid_from, valid_to)
                        values (:network, :institution, :code, :name, :from, :to)
                        on conflict on constraint branch_pk do update
                          set name = excluded.name, valid_from = excluded.valid_from, valid_to = excluded.valid_to""")
                .setParameter("network", institution.network())
                .setParameter("institution", institution.code())
                .setParameter("code", branch.code())
                .setParameter("name", branch.name())
                .setParameter("from", branch.validFrom() == null ? BEGINNING : branch.validFrom())
                .setParameter("to", new TypedParameterValue<>(StandardBasicTypes.LOCAL_DATE, branch.validTo()))
                .executeUpdate();
    }
}

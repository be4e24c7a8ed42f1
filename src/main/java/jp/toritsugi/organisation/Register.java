package jp.toritsugi.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The register of institutions and of the people who work in them (機関・担当者の名簿). */
@ApplicationScoped
public class Register implements PanacheRepositoryBase<Institution, Institution.Key> {
    private final Clock clock;

    Register(Clock clock) {
        this.clock = clock;
    }

    /** Where this person works today in one of the roles the log-in vouches for; empty for a stranger. */
    @Transactional
    public Optional<Membership> membership(String userName, Set<String> roles) {
        return getEntityManager()
                .createQuery(
                        """
                        select new jp.toritsugi.organisation.Membership(
                            m.userName, m.network, n.name, m.institution, i.name, m.role, m.displayName)
                        from Member m
                        join Institution i on i.network = m.network and i.code = m.institution
                        join Network n on n.code = m.network
                        where m.userName = :user and m.role in :roles and m.validFrom <= :today
                          and (m.validTo is null or m.validTo >= :today)
                        order by m.validFrom desc, m.role""",
                        Membership.class)
                .setParameter("user", userName)
                .setParameter("roles", roles)
                .setParameter("today", LocalDate.now(clock))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** All institutions of a network, past ones too, by code. */
    @Transactional
    public List<Institution> institutions(String network) {
        return list("network = ?1 order by code", network);
    }

    @Transactional
    public Optional<Institution> institution(String network, String code) {
        return findByIdOptional(new Institution.Key(network, code));
    }
}

package jp.toritsugi.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The register of institutions and of the people who work in them (機関・担当者の名簿). */
@ApplicationScoped
public class Register implements PanacheRepositoryBase<Institution, Institution.Key> {
    private static final String MEMBERSHIP = "select * from viewer_membership(?, ?, ?)";

    private final Clock clock;
    private final DataSource database;

    Register(Clock clock, DataSource database) {
        this.clock = clock;
        this.database = database;
    }

    /**
     * Where this person works today in one of the roles the log-in vouches for; empty for a stranger. Asked with every
     * request, so that who left has left: plain JDBC, for a query with a list of roles is translated anew each time. Case
     * and width of the name do not matter. Whether it is the only one, {@link Membership#unresolved} says.
     */
    public Optional<Membership> membership(String userName, Set<String> roles) {
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(MEMBERSHIP)) {
            question.setString(1, UserName.plain(userName));
            question.setArray(2, connection.createArrayOf("text", roles.toArray()));
            question.setObject(3, LocalDate.now(clock));
            try (ResultSet member = question.executeQuery()) {
                return member.next() ? Optional.of(membership(member)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Membership membership(ResultSet member) throws SQLException {
        return new Membership(
                member.getString(1),
                member.getString(2),
                member.getString(3),
                member.getString(4),
                member.getString(5),
                member.getString(6),
                member.getString(7),
                member.getString(8),
                List.of((String[]) member.getArray(9).getArray()),
                member.getString(10));
    }

    /** All institutions of a network, past ones too, by code. */
    @Transactional
    public List<Institution> institutions(String network) {
        return list("network = ?1 order by code", network);
    }

    /** Those that exist on {@code day}, by code: what new work may choose from. */
    @Transactional
    public List<Institution> institutionsOn(LocalDate day, String network) {
        return institutions(network).stream()
                .filter(institution -> institution.existsOn(day))
                .toList();
    }

    @Transactional
    public Optional<Institution> institution(String network, String code) {
        return findByIdOptional(new Institution.Key(network, code));
    }
}

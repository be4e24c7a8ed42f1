package jp.toritsugi.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/** 支援機関: a body that diagnoses or receives. Merged ones stay, so that old figures keep the old name. */
@Entity
@IdClass(Institution.Key.class)
public class Institution {
    /** Institutions are named within their network. */
    public record Key(String network, String code) implements Serializable {}

    @Id
    private String network;

    @Id
    private String code;

    private String name;

    @Convert(converter = InstitutionType.Column.class)
    private InstitutionType type;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    private String successor;

    @Column(name = "confines_branches")
    private boolean confinesBranches;

    @Version
    private int version;

    protected Institution() {}

    /** A new body of this network. */
    public static Institution of(Key key, InstitutionFacts facts) {
        Institution institution = new Institution();
        institution.network = key.network();
        institution.code = key.code();
        institution.become(facts);
        return institution;
    }

    /** Its code alone never changes: sheets and people refer to it. */
    public void become(InstitutionFacts facts) {
        name = facts.name();
        type = facts.type();
        validFrom = facts.validFrom();
        validTo = facts.validTo();
        successor = facts.successor();
        confinesBranches = facts.confinesBranches();
    }

    public InstitutionFacts facts() {
        return new InstitutionFacts(name, type, validFrom, validTo, successor, confinesBranches);
    }

    /** Counts the changes, so that two who edit at once notice. */
    public int version() {
        return version;
    }

    public String network() {
        return network;
    }

    /** Short name such as {@code minato-cci}, stable for ever. */
    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public InstitutionType type() {
        return type;
    }

    public boolean existsOn(LocalDate day) {
        return facts().existOn(day);
    }

    /** Code of the institution it merged into. */
    public Optional<String> successor() {
        return Optional.ofNullable(successor);
    }
}

package jp.toritsugi.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
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

    protected Institution() {}

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
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Code of the institution it merged into. */
    public Optional<String> successor() {
        return Optional.ofNullable(successor);
    }
}

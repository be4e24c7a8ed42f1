package jp.toritsugi.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.consent.RecipientKind;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** 取次先の窓口: one discipline of one institution, in an area, on certain days. */
@Entity
public class Desk {
    /** After so many days without somebody confirming it, what is said here is doubtful. */
    public static final int FRESH_DAYS = 180;

    @Id
    UUID id;

    @Column(updatable = false)
    String network;

    String institution;
    String kind;
    String name;
    String channel;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] municipalities = {};

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] industries = {};

    @JdbcTypeCode(SqlTypes.ARRAY)
    Short[] weekdays = {};

    String hours;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    Integer capacity;

    String person;
    String telephone;
    String email;
    String place;
    String note;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    @Column(name = "confirmed_on")
    LocalDate confirmedOn;

    @Column(name = "confirmed_by")
    String confirmedBy;

    @Version
    int version;

    protected Desk() {}

    Desk(UUID id, String network) {
        this.id = id;
        this.network = network;
    }

    /** What was checked; an empty text is none. */
    void become(DeskFacts facts) {
        kind = facts.kind();
        institution = facts.institution();
        name = facts.name().strip();
        channel = facts.channel() == null ? Channel.SYSTEM.code() : facts.channel();
        municipalities = array(facts.municipalities());
        industries = array(facts.industries());
        weekdays = facts.weekdays() == null
                ? new Short[0]
                : facts.weekdays().stream().sorted().map(Integer::shortValue).toArray(Short[]::new);
        hours = text(facts.hours());
        capacity = facts.capacity();
        person = text(facts.person());
        telephone = text(facts.telephone());
        email = text(facts.email());
        place = text(facts.place());
        note = text(facts.note());
        validFrom = facts.validFrom() == null ? LocalDate.of(2000, 1, 1) : facts.validFrom();
        validTo = facts.validTo();
    }

    private static String[] array(List<String> given) {
        return given == null ? new String[0] : given.toArray(new String[0]);
    }

    private static String text(String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    public UUID id() {
        return id;
    }

    public String network() {
        return network;
    }

    /** Code of the institution it belongs to: the one that receives. */
    public String institution() {
        return institution;
    }

    public RecipientKind kind() {
        return RecipientKind.of(kind);
    }

    public String name() {
        return name;
    }

    public Channel channel() {
        return Channel.of(channel);
    }

    public String telephone() {
        return telephone;
    }

    public String hours() {
        return hours;
    }

    public String place() {
        return place;
    }

    /** New cases a week it can take; null = not said. */
    public Integer capacity() {
        return capacity;
    }

    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** @param municipality 団体コード, or null for an unknown one, which every desk takes */
    public boolean covers(String municipality) {
        return municipalities.length == 0
                || municipality == null
                || Arrays.asList(municipalities).contains(municipality);
    }

    /** Whether it names this municipality or industry rather than taking all: such a desk is proposed first. */
    public int closeness(String municipality, String industry) {
        return (municipality != null && Arrays.asList(municipalities).contains(municipality) ? 2 : 0)
                + (industry != null && Arrays.asList(industries).contains(industry) ? 1 : 0);
    }

    public List<String> industries() {
        return List.of(industries);
    }

    public boolean needsConfirmingOn(LocalDate day) {
        return confirmedOn.plusDays(FRESH_DAYS).isBefore(day);
    }
}

package jp.toritsugi.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.LocalDate;

/** One line of the register: who works where, in which role, since when, until when. */
@Entity
@IdClass(Member.Key.class)
class Member {
    record Key(String userName, String network, String institution, String role, LocalDate validFrom)
            implements Serializable {}

    @Id
    @Column(name = "user_name")
    String userName;

    @Id
    String network;

    @Id
    String institution;

    @Id
    String role;

    @Id
    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    @Column(name = "display_name")
    String displayName;

    protected Member() {}
}

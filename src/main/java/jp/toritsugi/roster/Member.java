package jp.toritsugi.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import jp.toritsugi.japan.Wareki;

/**
 * One period of one person in one role at one place. What was once written stays: a period only gets an end, and a
 * person another name. One that ends the day before it begins was taken back before it held.
 */
@Entity
class Member {
    @Id
    UUID id;

    @Column(name = "user_name", updatable = false)
    String userName;

    @Column(updatable = false)
    String network;

    @Column(updatable = false)
    String institution;

    @Column(updatable = false)
    String branch;

    @Column(updatable = false)
    String role;

    @Column(name = "display_name")
    String displayName;

    /** Where mail goes that says there is something to read; null = nowhere. */
    String email;

    /** The person's own word, which nobody else changes; kept when they move. */
    @Column(name = "mail_rhythm", updatable = false)
    String mailRhythm = "daily";

    @Column(name = "valid_from", updatable = false)
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    protected Member() {}

    static Member of(String network, NewMember sent) {
        Member member = new Member();
        member.id = UUID.randomUUID();
        member.network = network;
        member.userName = sent.userName();
        member.displayName = sent.displayName();
        member.institution = sent.institution();
        member.branch = sent.branch();
        member.role = sent.role();
        member.validFrom = sent.validFrom();
        member.validTo = sent.validTo();
        return member;
    }

    void endOn(LocalDate day) {
        refuseToEndOn(day);
        validTo = day;
    }

    /** @throws PeriodUnfit when the day lies before the period, or the period never held */
    void refuseToEndOn(LocalDate day) {
        if (day.isBefore(validFrom.minusDays(1))) {
            throw new PeriodUnfit("on", "終了日は、開始日（" + Wareki.date(validFrom) + "）の前日以後にしてください。前日にすると、始まらなかったことになります。");
        }
        if (wasTakenBack()) {
            throw new PeriodUnfit("on", "この期間は取り消されています。新しい期間を登録してください。");
        }
    }

    boolean wasTakenBack() {
        return validTo != null && validTo.isBefore(validFrom);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}

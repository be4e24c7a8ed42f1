package jp.toritsugi.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.directory.Desk;
import jp.toritsugi.directory.Desks;
import jp.toritsugi.japan.BusinessDays;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.referral.Outcome;
import jp.toritsugi.referral.Reason;
import jp.toritsugi.referral.ReferralState;
import jp.toritsugi.routing.Urgency;

/** Says what the database found, row by row. */
@ApplicationScoped
class InboxRows {
    private static final Due NOTHING_DUE = new Due(null, null, 0);

    private final Register register;
    private final Desks desks;
    private final BusinessDays calendar;
    private final Clock clock;

    InboxRows(Register register, Desks desks, BusinessDays calendar, Clock clock) {
        this.register = register;
        this.desks = desks;
        this.calendar = calendar;
        this.clock = clock;
    }

    List<InboxRow> of(List<Tuple> found, boolean given, Viewer viewer) {
        Map<String, String> institutions = register.institutions(viewer.network()).stream()
                .collect(Collectors.toMap(Institution::code, Institution::name));
        Map<UUID, String> names = desks.all(viewer).stream().collect(Collectors.toMap(Desk::id, Desk::name));
        return found.stream()
                .map(row -> given ? given(row, institutions) : referral(row, institutions, names))
                .toList();
    }

    private InboxRow referral(Tuple row, Map<String, String> institutions, Map<UUID, String> names) {
        ReferralState state = ReferralState.of(text(row, "state"));
        String urgency = text(row, "urgency");
        Instant heldUntil = row.get("held_until", Instant.class);
        String why = state == ReferralState.COMPLETED
                ? Outcome.label(text(row, "outcome"))
                : state.isOpen() && state != ReferralState.ON_HOLD ? "" : Reason.label(text(row, "reason"));
        UUID id = row.get("id", UUID.class);
        return new InboxRow(
                id,
                row.get("diagnosis", UUID.class),
                "/referrals/" + id,
                text(row, "firm"),
                text(row, "person"),
                name(institutions, row),
                names.getOrDefault(row.get("desk", UUID.class), ""),
                text(row, "leaf"),
                urgency,
                Urgency.find(urgency).map(Urgency::label).orElse(""),
                state.label(),
                Due.of(
                        new Due.Expected(
                                state, day(row, "answer_by"), day(row, "contact_by"), instant(row, "contacted_at")),
                        LocalDate.now(clock),
                        calendar),
                instant(row, "requested_at"),
                heldUntil != null && heldUntil.isAfter(clock.instant()) ? text(row, "holder_name") : null,
                why.isEmpty() ? null : why);
    }

    private static InboxRow given(Tuple row, Map<String, String> institutions) {
        UUID id = row.get("id", UUID.class);
        return new InboxRow(
                id,
                row.get("diagnosis", UUID.class),
                "/received/" + id,
                text(row, "firm"),
                text(row, "person"),
                name(institutions, row),
                RecipientKind.of(text(row, "recipient")).label(),
                text(row, "leaf"),
                null,
                "",
                null,
                NOTHING_DUE,
                instant(row, "provided_at"),
                null,
                null);
    }

    private static String name(Map<String, String> institutions, Tuple row) {
        String code = text(row, "from_institution");
        return institutions.getOrDefault(code, code);
    }

    private static String text(Tuple row, String column) {
        return row.get(column, String.class);
    }

    private static Instant instant(Tuple row, String column) {
        return row.get(column, Instant.class);
    }

    /** Dates arrive as the driver has them. */
    private static LocalDate day(Tuple row, String column) {
        Object day = row.get(column);
        return day instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) day;
    }
}

package jp.toritsugi.inbox;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.referral.ReferralDesk;

/**
 * What somebody said with a move or wrote down; after a refusal it is shown again, with what was wrong.
 *
 * @param form the move's code, or {@code entries}
 * @param fault in words, or null
 * @param field at which the fault stands, or null
 */
record SaidForm(
        String form,
        String version,
        String reason,
        String outcome,
        String kind,
        String on,
        String note,
        boolean toHouse,
        String title,
        String fault,
        String field) {
    static final String ENTRIES = "entries";

    static SaidForm nothing() {
        return new SaidForm("", null, "", "", "", "", "", false, null, null, null);
    }

    static SaidForm of(String form, MultivaluedMap<String, String> fields) {
        return new SaidForm(
                form,
                typed(fields, "version"),
                typed(fields, "reason"),
                typed(fields, "outcome"),
                typed(fields, "kind"),
                typed(fields, "on"),
                typed(fields, "note"),
                !typed(fields, "toHouse").isEmpty(),
                null,
                null,
                null);
    }

    SaidForm refused(Refusal refusal) {
        boolean one = refusal.violations().size() == 1;
        return new SaidForm(
                form,
                version,
                reason,
                outcome,
                kind,
                on,
                note,
                toHouse,
                refusal.title(),
                refusal.getMessage(),
                one ? refusal.violations().get(0).field() : null);
    }

    ReferralDesk.Said said() {
        return new ReferralDesk.Said(readVersion(), reason, outcome, note);
    }

    ReferralDesk.Entry entry() {
        return new ReferralDesk.Entry(kind, day(), note, toHouse, readVersion());
    }

    /** A page that was sent without the version it showed cannot be the latest. */
    private Integer readVersion() {
        return version.matches("[0-9]{1,9}") ? Integer.valueOf(version) : Integer.valueOf(-1);
    }

    private LocalDate day() {
        if (on.isEmpty()) {
            return null;
        }
        DateReader.Result read = DateReader.read(on);
        if (read.day() == null) {
            throw new InvalidInput("on", read.fault());
        }
        return read.day();
    }

    private static String typed(MultivaluedMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** Whether this is the form that was refused. */
    public boolean is(String other) {
        return form.equals(other);
    }

    /** What to show again in that form. */
    public String noteOf(String other) {
        return is(other) ? note : "";
    }

    public boolean chose(String other, String value) {
        return is(other) && (reason.equals(value) || outcome.equals(value) || kind.equals(value));
    }
}

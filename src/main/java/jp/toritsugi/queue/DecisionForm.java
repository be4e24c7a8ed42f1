package jp.toritsugi.queue;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.query.EntityVersion;
import jp.toritsugi.referral.CaseDesk;
import jp.toritsugi.referral.ReferralDesk;

/** What the forms of a case say. */
final class DecisionForm {
    private DecisionForm() {}

    static CaseDesk.Said ofCase(MultivaluedMap<String, String> form) {
        return new CaseDesk.Said(
                version(form),
                form.getOrDefault("desks", List.of()),
                form.getFirst("reason"),
                day(form, "reviewOn"),
                form.getFirst("outcome"));
    }

    static ReferralDesk.Said ofReferral(MultivaluedMap<String, String> form) {
        return new ReferralDesk.Said(
                version(form), form.getFirst("reason"), form.getFirst("outcome"), form.getFirst("note"));
    }

    static ReferralDesk.Entry entry(MultivaluedMap<String, String> form) {
        return new ReferralDesk.Entry(
                form.getFirst("kind"), day(form, "on"), form.getFirst("note"), form.containsKey("toHouse"));
    }

    /** What could not be done, with all that was typed, for the page to give it back. */
    static DecisionPage.Refused refused(String name, Refusal refused, MultivaluedMap<String, String> form) {
        return new DecisionPage.Refused(
                name,
                refused.title(),
                refused.getMessage(),
                typed(form),
                Set.copyOf(form.getOrDefault("desks", List.of())));
    }

    private static Map<String, String> typed(MultivaluedMap<String, String> form) {
        return form.keySet().stream()
                .filter(name -> form.getFirst(name) != null)
                .collect(Collectors.toMap(name -> name, form::getFirst));
    }

    private static Integer version(MultivaluedMap<String, String> form) {
        String version = form.getFirst("version");
        return EntityVersion.of(version == null || version.isBlank() ? null : version);
    }

    private static LocalDate day(MultivaluedMap<String, String> form, String name) {
        String typed = form.getFirst(name);
        if (typed == null || typed.isBlank()) {
            return null;
        }
        DateReader.Result read = DateReader.read(typed);
        if (read.day() == null) {
            throw new InvalidInput(name, read.fault());
        }
        return read.day();
    }
}

package jp.toritsugi.roster;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.problem.Refusal;

/** What was typed into a form, and what is wrong with it: shown again until it is right. */
final class Typed {
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    static Typed nothing() {
        return new Typed();
    }

    static Typed of(MultivaluedMap<String, String> form) {
        Typed typed = new Typed();
        form.forEach((name, all) -> typed.with(name, all.isEmpty() ? "" : all.get(0)));
        return typed;
    }

    Typed with(String name, Object value) {
        values.put(name, value == null ? "" : value.toString().strip());
        return this;
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Null where nothing is typed. */
    String text(String name) {
        return value(name).isEmpty() ? null : value(name);
    }

    /** Null where nothing is typed, and where it is no day: then with a fault. */
    LocalDate day(String name) {
        if (text(name) == null) {
            return null;
        }
        DateReader.Result read = DateReader.read(text(name));
        if (read.day() == null) {
            faults.put(name, read.fault());
        }
        return read.day();
    }

    boolean isConfirmed() {
        return "yes".equals(text("confirmed"));
    }

    String fault(String name) {
        return faults.get(name);
    }

    /** What a refusal says of the fields. */
    Typed blame(Refusal refusal) {
        refusal.violations().forEach(violation -> faults.putIfAbsent(violation.field(), violation.message()));
        return this;
    }

    /** As {@link #blame}; what is said of the first day of a period stands at {@code day}. */
    Typed blameDay(Refusal refusal, String day) {
        blame(refusal);
        String fault = faults.remove("validFrom");
        if (fault != null) {
            faults.putIfAbsent(day, fault);
        }
        return this;
    }

    boolean hasFaults() {
        return !faults.isEmpty();
    }

    Map<String, String> values() {
        return values;
    }
}

package jp.toritsugi.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.japan.Industries;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.query.EntityVersion;

/** The form of a desk: filled, read, and shown again with what was typed. */
@ApplicationScoped
class DeskForm {
    private final Register register;
    private final Municipalities municipalities;
    private final Industries industries;
    private final Clock clock;

    DeskForm(Register register, Municipalities municipalities, Industries industries, Clock clock) {
        this.register = register;
        this.municipalities = municipalities;
        this.industries = industries;
        this.clock = clock;
    }

    record Option(String code, String label) {}

    /** Municipalities of one 地域. */
    record Area(String name, List<Option> municipalities) {}

    /** @param desk null for a new one */
    record Page(
            DeskView desk,
            MultivaluedMap<String, String> typed,
            List<Violation> faults,
            List<Option> kinds,
            List<Option> institutions,
            List<Option> channels,
            List<Area> areas,
            List<Option> industries,
            List<Option> weekdays) {

        public String typed(String name) {
            String value = typed.getFirst(name);
            return value == null ? "" : value;
        }

        public boolean chosen(String name, String value) {
            return typed.getOrDefault(name, List.of()).contains(value);
        }

        public String fault(String name) {
            return faults.stream()
                    .filter(fault -> fault.field().equals(name))
                    .map(Violation::message)
                    .findFirst()
                    .orElse(null);
        }

        public String address() {
            return desk == null ? "/desks" : "/desks/" + desk.id();
        }
    }

    Page blank(Viewer viewer) {
        return again(null, new MultivaluedHashMap<>(), List.of(), viewer);
    }

    Page of(DeskView desk, Viewer viewer) {
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>();
        DeskFacts facts = desk.facts();
        put(typed, "kind", facts.kind());
        put(typed, "institution", facts.institution());
        put(typed, "name", facts.name());
        put(typed, "channel", facts.channel());
        typed.put("municipalities", facts.municipalities());
        typed.put("industries", facts.industries());
        typed.put("weekdays", facts.weekdays().stream().map(String::valueOf).toList());
        put(typed, "hours", facts.hours());
        put(typed, "capacity", facts.capacity());
        put(typed, "person", facts.person());
        put(typed, "telephone", facts.telephone());
        put(typed, "email", facts.email());
        put(typed, "place", facts.place());
        put(typed, "note", facts.note());
        put(typed, "validFrom", facts.validFrom());
        put(typed, "validTo", facts.validTo());
        put(typed, "version", desk.version());
        return again(desk, typed, List.of(), viewer);
    }

    private static void put(MultivaluedMap<String, String> typed, String name, Object value) {
        if (value != null) {
            typed.putSingle(name, value.toString());
        }
    }

    Page again(DeskView desk, MultivaluedMap<String, String> typed, List<Violation> faults, Viewer viewer) {
        LocalDate today = LocalDate.now(clock);
        List<Area> areas = municipalities.areas(viewer.network(), today).stream()
                .map(area -> new Area(
                        area,
                        municipalities.inArea(viewer.network(), area, today).stream()
                                .map(code -> new Option(code, municipalities.nameOf(code)))
                                .toList()))
                .toList();
        return new Page(
                desk,
                typed,
                faults,
                Arrays.stream(RecipientKind.values())
                        .filter(kind -> kind != RecipientKind.OWN_ADVISER)
                        .map(kind -> new Option(kind.code(), kind.label()))
                        .toList(),
                register.institutionsOn(today, viewer.network()).stream()
                        .filter(one -> !ReceivingKinds.of(one.type()).isEmpty())
                        .map((Institution one) -> new Option(one.code(), one.name()))
                        .toList(),
                Arrays.stream(Channel.values())
                        .map(channel -> new Option(channel.code(), channel.label()))
                        .toList(),
                areas,
                industries.all().stream()
                        .filter(one -> one.code().length() == 1)
                        .map(one -> new Option(one.code(), one.name()))
                        .toList(),
                List.of(
                        new Option("1", "月"),
                        new Option("2", "火"),
                        new Option("3", "水"),
                        new Option("4", "木"),
                        new Option("5", "金"),
                        new Option("6", "土"),
                        new Option("7", "日")));
    }

    /** @throws InvalidInput for what is not a number or a day */
    DeskFacts read(MultivaluedMap<String, String> typed) {
        List<Violation> faults = new ArrayList<>();
        DeskFacts facts = new DeskFacts(
                typed.getFirst("kind"),
                typed.getFirst("institution"),
                typed.getFirst("name"),
                typed.getFirst("channel"),
                typed.getOrDefault("municipalities", List.of()),
                typed.getOrDefault("industries", List.of()),
                typed.getOrDefault("weekdays", List.of()).stream()
                        .filter(day -> day.matches("[1-7]"))
                        .map(Integer::valueOf)
                        .toList(),
                typed.getFirst("hours"),
                number(typed, faults),
                typed.getFirst("person"),
                typed.getFirst("telephone"),
                typed.getFirst("email"),
                typed.getFirst("place"),
                typed.getFirst("note"),
                day(typed, "validFrom", faults),
                day(typed, "validTo", faults),
                "true".equals(typed.getFirst("confirmed")));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return facts;
    }

    static Integer version(MultivaluedMap<String, String> typed) {
        String version = typed.getFirst("version");
        return EntityVersion.of(version == null || version.isBlank() ? null : version);
    }

    private static Integer number(MultivaluedMap<String, String> typed, List<Violation> faults) {
        String written = typed.getFirst("capacity");
        if (written == null || written.isBlank()) {
            return null;
        }
        String digits = java.text.Normalizer.normalize(written.strip(), java.text.Normalizer.Form.NFKC);
        if (!digits.matches("[0-9]{1,4}")) {
            faults.add(new Violation("capacity", "週に受けられる件数は数字で入力してください。"));
            return null;
        }
        return Integer.valueOf(digits);
    }

    private static LocalDate day(MultivaluedMap<String, String> typed, String name, List<Violation> faults) {
        String written = typed.getFirst(name);
        if (written == null || written.isBlank()) {
            return null;
        }
        DateReader.Result read = DateReader.read(written.strip());
        if (read.fault() != null) {
            faults.add(new Violation(name, read.fault()));
        }
        return read.day();
    }
}

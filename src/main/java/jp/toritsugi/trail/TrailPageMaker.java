package jp.toritsugi.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.PageOf;

/** Lays entries of the trail out for reading. */
@ApplicationScoped
class TrailPageMaker {
    private static final String PATH = "/trail";
    private static final int LONG_CODE = 20;

    private final TrailSearch search;
    private final TrailOverview overview;
    private final Register register;
    private final Tellings tellings;

    TrailPageMaker(TrailSearch search, TrailOverview overview, Register register, Tellings tellings) {
        this.tellings = tellings;
        this.search = search;
        this.overview = overview;
        this.register = register;
    }

    TrailPage page(MultivaluedMap<String, String> parameters, Viewer viewer) {
        TrailQuery query = TrailQuery.of(parameters);
        Map<String, String> filters = query.filters();
        Map<String, String> institutions = institutions(viewer);
        boolean forAuditor = viewer.role().equals(Roles.AUDITOR);
        TrailOverview.LastVerification last = forAuditor ? overview.last(viewer) : null;
        TrailPage.Choices choices = new TrailPage.Choices(
                options(
                        Arrays.stream(Action.values())
                                .collect(
                                        Collectors.toMap(Action::code, Action::label, (a, b) -> a, LinkedHashMap::new)),
                        query.get("action")),
                options(TrailWords.KINDS, query.get("kind")),
                options(institutions, query.get("institution")));
        String csv = TrailQuery.address("/api/v1/trail.csv", filters);
        try {
            PageOf<TrailEntry> found = search.find(query, viewer);
            return new TrailPage(
                    filters,
                    words(filters, institutions),
                    choices,
                    List.of(),
                    found.items().stream()
                            .map(entry -> line(entry, institutions))
                            .toList(),
                    found.next() == null ? null : TrailQuery.address(PATH, with(filters, "after", found.next())),
                    csv,
                    last,
                    forAuditor,
                    filters.isEmpty() ? tellings.lately(viewer) : List.of());
        } catch (InvalidInput invalid) {
            return new TrailPage(
                    filters,
                    List.of(),
                    choices,
                    invalid.violations(),
                    List.of(),
                    null,
                    csv,
                    last,
                    forAuditor,
                    List.of());
        }
    }

    EntryPage entry(String id, Viewer viewer) {
        TrailEntry entry = search.open(id, viewer);
        return EntryPage.of(entry, line(entry, institutions(viewer)), search.hashBefore(entry));
    }

    private static TrailPage.Line line(TrailEntry entry, Map<String, String> institutions) {
        String own = entry.actorInstitution();
        return new TrailPage.Line(
                entry.id(),
                TrailMoments.words(entry.at()),
                entry.actorName() == null ? "ログインしていない人" : entry.actorName(),
                entry.actor(),
                entry.actor() == null ? null : TrailQuery.address(PATH, Map.of("actor", entry.actor())),
                Stream.of(
                                own == null ? null : institutions.getOrDefault(own, own),
                                entry.actorRole() == null ? null : Roles.label(entry.actorRole()))
                        .filter(part -> part != null)
                        .collect(Collectors.joining("・")),
                TrailWords.action(entry.action()),
                entry.action().equals(Action.REFUSED.code()),
                TrailWords.kind(entry.kind()),
                shortened(entry.subject()),
                entry.subject() == null ? null : TrailQuery.address(PATH, Map.of("subject", entry.subject())),
                entry.institution() == null ? "" : institutions.getOrDefault(entry.institution(), entry.institution()),
                TrailWords.details(entry));
    }

    /** The first part of an id tells sheets apart on a page; the whole stands on the entry's own. */
    private static String shortened(String subject) {
        return subject == null || subject.length() <= LONG_CODE ? subject : subject.substring(0, 8) + "…";
    }

    private Map<String, String> institutions(Viewer viewer) {
        return register.institutions(viewer.network()).stream()
                .collect(Collectors.toMap(Institution::code, Institution::name, (a, b) -> a, LinkedHashMap::new));
    }

    private static List<TrailPage.Option> options(Map<String, String> labels, String chosen) {
        List<TrailPage.Option> options = new ArrayList<>();
        labels.forEach((value, label) -> options.add(new TrailPage.Option(value, label, value.equals(chosen))));
        return options;
    }

    private static List<String> words(Map<String, String> filters, Map<String, String> institutions) {
        List<String> words = new ArrayList<>();
        filters.forEach((name, value) -> words.add(
                switch (name) {
                    case "actor" -> "利用者 " + value;
                    case "subject" -> "対象 " + value;
                    case "institution" -> institutions.getOrDefault(value, value);
                    case "action" -> TrailWords.action(value);
                    case "kind" -> TrailWords.kind(value);
                    case "from" -> value + "から";
                    case "to" -> value + "まで";
                    default -> value;
                }));
        return words;
    }

    private static Map<String, String> with(Map<String, String> filters, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(filters);
        more.put(name, value);
        return more;
    }
}

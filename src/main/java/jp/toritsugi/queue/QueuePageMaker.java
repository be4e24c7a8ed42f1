package jp.toritsugi.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.query.PageOf;

/** Lays the queue out: its parts with their counts, what it can be narrowed down by, and its rows. */
@ApplicationScoped
class QueuePageMaker {
    private final QueueReader reader;
    private final QueueCounts counts;
    private final SavedViews views;
    private final Register register;
    private final Municipalities municipalities;
    private final Clock clock;

    QueuePageMaker(
            QueueReader reader,
            QueueCounts counts,
            SavedViews views,
            Register register,
            Municipalities municipalities,
            Clock clock) {
        this.reader = reader;
        this.counts = counts;
        this.views = views;
        this.register = register;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /**
     * What is said beside the list.
     *
     * @param done code of what was done a moment ago, or null
     * @param about the case it was done to, or null
     */
    record Beside(String done, UUID about, BulkMoves.Result bulk, String fault) {
        static final Beside NOTHING = new Beside(null, null, null, null);
    }

    QueuePage page(QueueQuery query, Beside beside, Viewer viewer) {
        boolean secretariat = viewer.role().equals(Roles.COORDINATOR);
        Map<QueueTab, Long> counted = counts.of(query, viewer);
        PageOf<QueueLine> found = counted.get(query.tab()) == 0 && query.after() == null
                ? reader.nothing(query, viewer)
                : reader.page(query, viewer);
        String filters = QueueAddress.filters(query.with("after", null));
        return new QueuePage(
                secretariat,
                filters,
                query.tab(),
                tabs(query, counted),
                sorts(query),
                selects(query, secretariat, viewer),
                query.mine(),
                query.isNarrowed(),
                QueueAddress.list(
                        new QueueQuery(query.typed().containsKey("tab") ? Map.of("tab", query.get("tab")) : Map.of())),
                counted.get(QueueTab.LATE),
                QueueAddress.list(query.with("tab", QueueTab.LATE.code())),
                found.items().stream()
                        .map(line -> new QueuePage.Row(line, address(line, query, secretariat)))
                        .toList(),
                found.next() == null ? null : QueueAddress.list(after(query, found.next())),
                told(beside, viewer),
                beside.bulk(),
                views(filters, viewer),
                beside.fault());
    }

    private static QueueQuery after(QueueQuery query, String next) {
        Map<String, String> typed = new LinkedHashMap<>(query.typed());
        typed.put("after", next);
        return new QueueQuery(typed);
    }

    private static String address(QueueLine line, QueueQuery query, boolean secretariat) {
        return secretariat
                ? QueueAddress.of(
                        "/queue/" + line.diagnosis(), query.with("after", null).typed())
                : "/diagnoses/" + line.diagnosis();
    }

    private static List<QueuePage.Link> tabs(QueueQuery query, Map<QueueTab, Long> counted) {
        return Stream.of(QueueTab.values())
                .filter(tab -> tab != QueueTab.MISSING_LATE || tab == query.tab())
                .map(tab -> new QueuePage.Link(
                        tab.label(),
                        QueueAddress.list(query.with("tab", tab == QueueTab.ALL ? null : tab.code())),
                        tab == query.tab(),
                        counted.get(tab)))
                .toList();
    }

    private static List<QueuePage.Link> sorts(QueueQuery query) {
        return Stream.of(QueueSort.values())
                .map(sort -> new QueuePage.Link(
                        sort.label(),
                        QueueAddress.list(query.with("sort", sort == QueueSort.URGENCY ? null : sort.code())),
                        sort == query.sort(),
                        null))
                .toList();
    }

    private List<QueuePage.Select> selects(QueueQuery query, boolean secretariat, Viewer viewer) {
        LocalDate today = LocalDate.now(clock);
        Map<String, String> areas = new LinkedHashMap<>();
        municipalities.areas(viewer.network(), today).forEach(area -> areas.put(area, area));
        Map<String, String> places = new LinkedHashMap<>();
        municipalities.of(viewer.network()).forEach(place -> places.put(place.code(), place.name()));
        Map<String, String> leaves = new LinkedHashMap<>();
        Stream.of("A", "B", "C", "D", "U").forEach(leaf -> leaves.put(leaf, leaf.equals("U") ? "U（未定）" : leaf));
        Map<String, String> kinds = new LinkedHashMap<>();
        Stream.of(RecipientKind.values()).forEach(kind -> kinds.put(kind.code(), kind.label()));
        List<QueuePage.Select> selects = new ArrayList<>();
        selects.add(select(query, "area", "地域", areas));
        selects.add(select(query, "municipality", "市町村", places));
        selects.add(select(query, "leaf", "区分", leaves));
        selects.add(select(query, "kind", "提案された取次先", kinds));
        if (secretariat) {
            Map<String, String> institutions = new LinkedHashMap<>();
            register.institutions(viewer.network()).forEach(one -> institutions.put(one.code(), one.name()));
            selects.add(select(query, "institution", "診断した機関", institutions));
        }
        return selects;
    }

    private static QueuePage.Select select(QueueQuery query, String name, String label, Map<String, String> values) {
        List<QueuePage.Option> options = new ArrayList<>();
        values.forEach((value, said) -> options.add(new QueuePage.Option(value, said, value.equals(query.get(name)))));
        return new QueuePage.Select(name, label, options);
    }

    private QueuePage.Told told(Beside beside, Viewer viewer) {
        String says = QueueMessages.of(beside.done());
        if (says == null) {
            return null;
        }
        String firm = beside.about() == null
                ? null
                : reader.lines(List.of(beside.about()), viewer).stream()
                        .map(QueueLine::enterpriseName)
                        .findFirst()
                        .orElse(null);
        return new QueuePage.Told(firm, says);
    }

    private List<QueuePage.View> views(String filters, Viewer viewer) {
        return views.of(viewer).stream()
                .map(view -> new QueuePage.View(
                        view.id(),
                        view.name(),
                        QueueAddress.list(QueueAddress.query(view.filters())),
                        view.filters().equals(filters)))
                .toList();
    }
}

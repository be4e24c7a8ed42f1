package jp.toritsugi.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.AskedFor;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.query.LeastSheets;
import jp.toritsugi.query.SqlConditions;
import jp.toritsugi.query.TooFewSheets;

/**
 * Refuses figures that would be about single sheets or single institutions. Whole months of all sheets are no narrowing: the
 * prefecture prints them. An institution's own people may open what is counted for them. For the analyst no sheet lies open;
 * for the secretariat those without consent do not, and as it can name them in its list, it must not learn from a refusal
 * either whether one of them is meant: a narrowing is refused as soon as, by what the list shows of them, one could be.
 */
@ApplicationScoped
public class FigureGuard {
    private final EntityManager entities;
    private final SheetConditions conditions;
    private final Register register;
    private final LeastSheets least;
    private final AskedFor asked;
    private final Clock clock;

    FigureGuard(
            EntityManager entities,
            SheetConditions conditions,
            Register register,
            LeastSheets least,
            AskedFor asked,
            Clock clock) {
        this.asked = asked;
        this.entities = entities;
        this.conditions = conditions;
        this.register = register;
        this.least = least;
        this.clock = clock;
    }

    /**
     * Of sheets without consent.
     *
     * @param possible whether by what the list shows of them one could be among those asked for
     * @param asked how many are; not counted further than needed
     */
    public record Closed(boolean possible, long asked) {}

    /** Whether only some of the sheets of the period are asked for, or a period that is no span of months. */
    boolean isNarrowed(ReportFilter filter) {
        return !filter.sheets().equals(SheetFilter.ALL)
                || filter.from().getDayOfMonth() != 1
                || filter.to().plusDays(1).getDayOfMonth() != 1 && filter.to().isBefore(LocalDate.now(clock));
    }

    /**
     * Before anything is counted.
     *
     * @throws TooFewSheets where a closed sheet could be meant, and too few are
     * @throws FiguresOfOneInstitution where one institution is named, by its code or as the only one of its type
     */
    void checkQuestion(String questionnaire, ReportFilter filter, Viewer viewer) {
        tell(filter.sheets().parameters(), filter.from(), filter.to());
        checkType(filter.sheets(), viewer);
        if (isNarrowed(filter)
                && closed(questionnaire, filter, viewer).stream()
                        .anyMatch(version -> least.isFewUnseen(version.possible(), version.asked()))) {
            throw least.refusal();
        }
    }

    /**
     * @param sheets counted, by version, none included: each version is shown apart
     * @throws TooFewSheets where they are a few
     * @throws FiguresOfOneInstitution where they are one institution's
     */
    void checkAnswer(String questionnaire, ReportFilter filter, Supplier<Collection<Long>> sheets, Viewer viewer) {
        if (!viewer.role().equals(Roles.ANALYST) || !isNarrowed(filter)) {
            return;
        }
        // None are too few as well: which of several questions is refused would tell what the one sheet says.
        if (sheets.get().stream().anyMatch(few -> least.isFewUnseen(true, few))) {
            throw least.refusal();
        }
        if (least.least() > 1 && isOfOne(questionnaire, filter, viewer)) {
            throw new FiguresOfOneInstitution();
        }
    }

    /** Before it may be refused: a series of questions shows what somebody was after, also by those that got no answer. */
    private void tell(Map<String, String> filters, LocalDate from, LocalDate to) {
        Map<String, String> said = new LinkedHashMap<>(filters);
        said.put("from", from.toString());
        said.put("to", to.toString());
        asked.tell(said);
    }

    /** An institution by its name, or by being the only one of its type. */
    void checkType(SheetFilter sheets, Viewer viewer) {
        checkType(sheets.institution(), sheets.institutionType(), viewer);
    }

    private void checkType(String institution, String type, Viewer viewer) {
        if (!viewer.role().equals(Roles.ANALYST)) {
            return;
        }
        boolean only = type != null
                && least.least() > 1
                && register.institutions(viewer.network()).stream()
                                .filter(one -> one.type().code().equals(type))
                                .count()
                        == 1;
        if (only || institution != null) {
            throw new FiguresOfOneInstitution();
        }
    }

    /**
     * For features that count something else of the same sheets.
     *
     * @param narrowed whether they are narrowed further than the report's own parameters do
     * @param sheets counted
     * @param closed of them without consent
     * @param institutions how many they are of, where more than one need not be told from two
     * @throws TooFewSheets as for the tables
     * @throws FiguresOfOneInstitution as for the tables
     */
    public void check(AskedSheets asked, boolean narrowed, long sheets, long closed, int institutions, Viewer viewer) {
        tell(asked.filters(), asked.from(), asked.to());
        checkType(asked.filters().get("institution"), asked.filters().get("institutionType"), viewer);
        if (viewer.confinedTo().isPresent() || !asked.narrowed() && !narrowed) {
            return;
        }
        boolean analyst = viewer.role().equals(Roles.ANALYST);
        // None are too few as well, for the same reason as in the tables.
        if (analyst && least.isFewUnseen(true, sheets)) {
            throw least.refusal();
        }
        if (isSmall(asked.closed().possible(), true, sheets, closed, institutions, viewer)) {
            throw analyst ? new FiguresOfOneInstitution() : least.refusal();
        }
    }

    /**
     * Whether a part of the sheets may not be shown by itself.
     *
     * @param possible whether there could be closed ones among all of them
     * @param unseen whether what makes this a part is not on the line of a closed sheet
     */
    public boolean isSmall(
            boolean possible, boolean unseen, long sheets, long closed, int institutions, Viewer viewer) {
        if (viewer.role().equals(Roles.ANALYST)) {
            return least.isFew(sheets) || least.least() > 1 && sheets > 0 && institutions < 2;
        }
        return viewer.confinedTo().isEmpty() && (unseen ? least.isFewUnseen(possible, closed) : least.isFew(closed));
    }

    /** What is said of single sheets, such as a median, only where they are no few. */
    public boolean isFewFor(Viewer viewer, long sheets) {
        return viewer.role().equals(Roles.ANALYST) && least.isFew(sheets);
    }

    /** By version; empty for those who are not the secretariat. */
    List<Closed> closed(String questionnaire, ReportFilter filter, Viewer viewer) {
        if (!viewer.role().equals(Roles.COORDINATOR)) {
            return List.of();
        }
        return filter.asOf() == null ? now(questionnaire, filter, viewer) : then(questionnaire, filter, viewer);
    }

    /**
     * Counted only until there are enough: mostly there are, and it is known after a few. The tally says which versions there
     * are, for of one that nobody used in those months no closed sheet need be looked for.
     */
    private static final String NOW =
            """
            select of_version, (select count(*) from (select from report_closed
                where version = of_version and %1$s and %2$s limit :least) few)
            from (select version of_version from report_month_cell where network = :network
                and questionnaire = :questionnaire and month between :fromMonth and :toMonth and cell = '#'
              group by 1 having sum(n) > 0) v
            where (select true from report_closed where version = of_version and %1$s limit 1)""";

    private List<Closed> now(String questionnaire, ReportFilter filter, Viewer viewer) {
        SqlConditions where = conditions.shownOfClosed(questionnaire, filter, viewer);
        SqlConditions asked = conditions.narrowing(filter, viewer);
        Query rows = entities.createNativeQuery(NOW.formatted(where.text(), asked.text()));
        where.bindTo(rows);
        asked.bindTo(rows);
        rows.setParameter("least", least.least());
        return versions(rows);
    }

    /** Whatever is closed now could have been any of those counted then: corrections change month and leaf. */
    private List<Closed> then(String questionnaire, ReportFilter filter, Viewer viewer) {
        SqlConditions where = conditions.of(questionnaire, filter, viewer);
        Query rows = entities.createNativeQuery("select c.version, count(*) filter (where exists"
                + " (select from report_sheet where diagnosis = c.diagnosis and " + where.text()
                + ")) from report_closed c where c.questionnaire = :questionnaire group by 1");
        where.bindTo(rows);
        return versions(rows);
    }

    @SuppressWarnings("unchecked")
    private static List<Closed> versions(Query rows) {
        return ((List<Object[]>) rows.getResultList())
                .stream()
                        .map(row -> new Closed(true, ((Number) row[1]).longValue()))
                        .toList();
    }

    private boolean isOfOne(String questionnaire, ReportFilter filter, Viewer viewer) {
        SqlConditions where = conditions.of(questionnaire, filter, viewer);
        List<?> first = institutions(where);
        if (first.isEmpty()) {
            return false;
        }
        where.add("institution <> :first", "first", first.get(0));
        return institutions(where).isEmpty();
    }

    private List<?> institutions(SqlConditions where) {
        Query rows =
                entities.createNativeQuery("select institution from report_sheet where " + where.text() + " limit 1");
        where.bindTo(rows);
        return rows.getResultList();
    }
}

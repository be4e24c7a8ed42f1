package jp.toritsugi.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.pool.TimeLimit;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.query.TooFewSheets;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;

/** Puts the report page together: one query for the figures, one for the periods that have any. */
@ApplicationScoped
class ReportPageMaker {
    private final Reporter reporter;
    private final CellSource source;
    private final RequestReader requests;
    private final HeadingWriter headings;
    private final ChoiceLists choices;
    private final QuestionnaireLibrary library;
    private final FiguresTrail trail;
    private final Clock clock;

    ReportPageMaker(
            Reporter reporter,
            CellSource source,
            RequestReader requests,
            HeadingWriter headings,
            ChoiceLists choices,
            QuestionnaireLibrary library,
            FiguresTrail trail,
            Clock clock) {
        this.trail = trail;
        this.reporter = reporter;
        this.source = source;
        this.requests = requests;
        this.headings = headings;
        this.choices = choices;
        this.library = library;
        this.clock = clock;
    }

    @TimeLimit(TimeLimit.Work.FIGURES)
    @Transactional
    ReportPage make(String questionnaire, ReportRequest request, Viewer viewer) {
        String path = "/reports/" + questionnaire;
        SortedMap<YearMonth, Long> months = source.months(questionnaire, viewer);
        if (request.namesNoPeriod()) {
            ReportFilter usual = PeriodChoices.usual(months, LocalDate.now(clock));
            request.from = usual.from().toString();
            request.to = usual.to().toString();
        }
        RequestReader.Understood understood = requests.read(questionnaire, request, viewer);
        ReportFilter filter = understood.filter();
        Address address = filter == null ? Address.of(path) : Address.of(path, filter);
        ReportPage.Result result = null;
        Refusal refusal = null;
        try {
            result = filter == null ? null : result(questionnaire, filter, address, viewer);
        } catch (TooFewSheets | FiguresOfOneInstitution few) {
            refusal = few;
        }
        return new ReportPage(
                path,
                headings.outline(questionnaire),
                RequestForm.of(request, filter, understood.faults(), choices.of(questionnaire, request, viewer)),
                PeriodChoices.of(months, address.without(List.of("asOf", "version")), filter),
                viewer.confinedTo().isEmpty() ? Address.of(path + "/published") : null,
                result,
                refusal);
    }

    private ReportPage.Result result(String questionnaire, ReportFilter filter, Address address, Viewer viewer) {
        Report report = reporter.report(questionnaire, filter, viewer);
        trail.write(Action.VIEWED, report, filter, null, viewer);
        String files = "/api/v1/reports/" + questionnaire;
        Instant end = Moments.endOf(filter.to());
        boolean over = end.isBefore(clock.instant()) && !end.equals(filter.asOf());
        return new ReportPage.Result(
                report,
                headings.of(report, filter, viewer),
                BranchLayout.of(
                        library.find(new QuestionnaireId(questionnaire, report.version()))
                                .orElseThrow(),
                        report),
                Arrays.stream(Basis.values())
                        .map(basis -> new ReportPage.Tab(
                                basis.label(), address.with("basis", basis.code()), basis == filter.basis()))
                        .toList(),
                versions(report, address),
                DrillDown.of(report, filter, viewer).orElse(null),
                filter.asOf() == null ? null : address.without(List.of("asOf")),
                over ? address.with("asOf", end.toString()) : null,
                filter.sheets().equals(SheetFilter.ALL)
                        ? null
                        : address.without(filter.sheets().parameters().keySet()),
                address.at(files + ".csv"),
                address.at(files + ".xlsx"),
                address.at(files + "/prints"));
    }

    private static List<ReportPage.Tab> versions(Report report, Address address) {
        boolean several = report.versions().size() > 1
                || report.versions().size() == 1 && !report.versions().containsKey(report.version());
        return !several
                ? List.of()
                : report.versions().entrySet().stream()
                        .map(version -> new ReportPage.Tab(
                                version.getKey() + "年版（" + version.getValue() + "件）",
                                address.with("version", version.getKey()),
                                version.getKey().equals(report.version())))
                        .toList();
    }
}

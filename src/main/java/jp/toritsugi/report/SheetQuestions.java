package jp.toritsugi.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.problem.InvalidInput;

/**
 * Asks for sheets as the tables do, for features that count something else of the same sheets: with the same parameters,
 * periods and masters, so that their numbers stand beside the tables'.
 */
@ApplicationScoped
public class SheetQuestions {
    /** Parameters understood here. */
    public static final List<String> NAMES = List.of(
            "from",
            "to",
            "institution",
            "institutionType",
            "municipality",
            "area",
            "industry",
            "ageFrom",
            "ageTo",
            "leaf");

    private final RequestReader requests;
    private final CellSource source;
    private final ChoiceLists choices;
    private final HeadingWriter headings;
    private final Municipalities municipalities;
    private final FigureGuard guard;
    private final Clock clock;

    SheetQuestions(
            RequestReader requests,
            CellSource source,
            ChoiceLists choices,
            HeadingWriter headings,
            Municipalities municipalities,
            FigureGuard guard,
            Clock clock) {
        this.guard = guard;
        this.requests = requests;
        this.source = source;
        this.choices = choices;
        this.headings = headings;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /**
     * For programs.
     *
     * @param typed by parameter name
     * @throws InvalidInput naming every field at fault
     */
    @Transactional
    public AskedSheets read(String questionnaire, Map<String, String> typed, Viewer viewer) {
        return sheets(
                questionnaire,
                requests.read(questionnaire, ReportRequest.of(typed), viewer).orRefuse(),
                viewer);
    }

    /**
     * What a page shows around its figures.
     *
     * @param address of the page with all that was asked
     * @param sheets null when what was asked cannot be understood; the form then says why
     */
    public record Form(RequestForm fields, PeriodChoices periods, Address address, AskedSheets sheets) {}

    /**
     * For pages: without a period the usual one.
     *
     * @param own the feature's own parameters, kept in addresses
     * @param ownChoices and their lists
     */
    @Transactional
    public Form form(
            String path,
            String questionnaire,
            Map<String, String> typed,
            Map<String, String> own,
            Map<String, List<RequestForm.Choice>> ownChoices,
            Viewer viewer) {
        SortedMap<YearMonth, Long> months = source.months(questionnaire, viewer);
        ReportRequest request = ReportRequest.of(typed);
        if (request.namesNoPeriod()) {
            ReportFilter usual = PeriodChoices.usual(months, LocalDate.now(clock));
            request.from = usual.from().toString();
            request.to = usual.to().toString();
        }
        RequestReader.Understood understood = requests.read(questionnaire, request, viewer);
        ReportFilter filter = understood.filter();
        Address address =
                filter == null ? Address.of(path) : Address.of(path, filter).without(List.of("basis"));
        for (Map.Entry<String, String> one : own.entrySet()) {
            address = address.with(one.getKey(), one.getValue());
        }
        Map<String, List<RequestForm.Choice>> lists = new HashMap<>(choices.of(questionnaire, request, viewer));
        lists.putAll(ownChoices);
        return new Form(
                RequestForm.of(request, filter, understood.faults(), lists),
                PeriodChoices.of(months, address, filter),
                address,
                filter == null ? null : sheets(questionnaire, filter, viewer));
    }

    private AskedSheets sheets(String questionnaire, ReportFilter filter, Viewer viewer) {
        SheetFilter sheets = filter.sheets();
        List<FigureGuard.Closed> closed = guard.closed(questionnaire, filter, viewer);
        return new AskedSheets(
                filter.from(),
                filter.to(),
                sheets.parameters(),
                sheets.area() == null ? null : municipalities.inArea(viewer.network(), sheets.area(), filter.to()),
                guard.isNarrowed(filter),
                new FigureGuard.Closed(
                        !closed.isEmpty(),
                        closed.stream().mapToLong(FigureGuard.Closed::asked).sum()),
                HeadingWriter.whose(viewer),
                Moments.period(filter.from(), filter.to()),
                headings.filters(sheets, viewer.network()));
    }
}

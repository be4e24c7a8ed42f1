package jp.toritsugi.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.pool.TimeLimit;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.query.TooFewSheets;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;

/** Makes the tables. */
@ApplicationScoped
class Reporter {
    private final CellSource source;
    private final QuestionnaireLibrary library;
    private final FigureGuard guard;
    private final Clock clock;

    Reporter(CellSource source, QuestionnaireLibrary library, FigureGuard guard, Clock clock) {
        this.guard = guard;
        this.source = source;
        this.library = library;
        this.clock = clock;
    }

    /**
     * The tables of one questionnaire within the viewer's reach.
     *
     * @throws NotFound for a questionnaire there is not
     * @throws InvalidInput for a version there is not
     * @throws FiguresOfOneInstitution when the viewer may not see figures of single institutions
     * @throws TooFewSheets when they would be figures of a few
     */
    @TimeLimit(TimeLimit.Work.FIGURES)
    @Transactional(dontRollbackOn = Refusal.class)
    Report report(String code, ReportFilter filter, Viewer viewer) {
        List<Questionnaire> versions = library.versions(code);
        if (versions.isEmpty()) {
            throw new NotFound("この調査票の集計");
        }
        guard.checkQuestion(code, filter, viewer);
        Map<String, Cells> cells = source.cells(code, filter, viewer);
        Map<String, Long> used = new LinkedHashMap<>();
        cells.forEach((version, counted) -> {
            if (counted.sheets() > 0) {
                used.put(version, counted.sheets());
            }
        });
        guard.checkAnswer(code, filter, () -> ofWholeMonths(code, filter, used, viewer), viewer);
        Questionnaire questionnaire = version(versions, filter.version(), used);
        Cells counted = cells.getOrDefault(questionnaire.id().version(), new Cells());
        return new Report(
                code,
                questionnaire.id().version(),
                used,
                filter.from(),
                filter.to(),
                filter.asOf() == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : filter.asOf(),
                filter.basis().code(),
                filter.sheets().parameters(),
                counted.sheets(),
                questionnaire.questions().stream()
                        .map(question -> TallyTable.of(question, counted, filter.basis()))
                        .toList(),
                AgeTable.of(counted));
    }

    /** The one asked for; else the one most used in the period; else, with no sheets at all, the oldest. */
    private static Questionnaire version(List<Questionnaire> versions, String asked, Map<String, Long> used) {
        String wanted = asked != null
                ? asked
                : used.entrySet().stream()
                        .max(Comparator.comparingLong(Map.Entry::getValue))
                        .map(Map.Entry::getKey)
                        .orElse(versions.get(0).id().version());
        return versions.stream()
                .filter(questionnaire -> questionnaire.id().version().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("version", "この版の調査票はありません。"));
    }

    /**
     * How many of each version the question leaves, none included: of the versions that the whole months have, for those the
     * asker knows of anyhow.
     */
    private Collection<Long> ofWholeMonths(String code, ReportFilter filter, Map<String, Long> used, Viewer viewer) {
        return source.cells(code, filter.ofWholeMonths(), viewer).entrySet().stream()
                .filter(version -> version.getValue().sheets() > 0)
                .map(version -> used.getOrDefault(version.getKey(), 0L))
                .toList();
    }
}

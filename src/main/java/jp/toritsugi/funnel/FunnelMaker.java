package jp.toritsugi.funnel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.pool.TimeLimit;

/** Makes the funnel: one query for the counts, one for the ages. */
@ApplicationScoped
class FunnelMaker {
    private final FunnelSource source;
    private final PartWords words;
    private final SmallParts small;
    private final Trail trail;

    FunnelMaker(FunnelSource source, PartWords words, SmallParts small, Trail trail) {
        this.small = small;
        this.trail = trail;
        this.source = source;
        this.words = words;
    }

    /**
     * With a line in the trail.
     *
     * @param form ending of the file it goes into, or null
     */
    @TimeLimit(TimeLimit.Work.FIGURES)
    @Transactional
    Funnel make(FunnelQuestion question, Action reading, String form, Viewer viewer) {
        List<FunnelRow> rows = source.rows(question);
        small.check(question, rows, viewer);
        FunnelCount whole = new FunnelCount(rows);
        Map<Integer, FunnelAge> ages = source.ages(question).stream()
                .filter(age -> !small.isFew(age, viewer))
                .collect(Collectors.toMap(FunnelAge::step, age -> age));
        trail.write(event(reading, question, viewer)
                .with("form", form)
                .with("sheets", whole.reached().get(0)));
        return new Funnel(
                question.questionnaire(),
                question.sheets().from(),
                question.sheets().to(),
                filters(question),
                whole.reached().get(0),
                whole.steps(ages),
                whole.stops(),
                whole.outcomes(),
                whole.overridden(),
                ages.get(FunnelAge.WHOLE),
                question.by(),
                words.parts(question, rows, viewer));
    }

    static TrailEvent event(Action action, FunnelQuestion question, Viewer viewer) {
        Map<String, String> filters = filters(question);
        return TrailEvent.of(action, "report", "funnel", viewer.confinedTo().orElse(null))
                .with("from", question.sheets().from())
                .with("to", question.sheets().to())
                .with("by", question.by().code())
                .with("filters", filters.isEmpty() ? null : filters);
    }

    private static Map<String, String> filters(FunnelQuestion question) {
        Map<String, String> filters = new LinkedHashMap<>(question.sheets().filters());
        if (question.kind() != null) {
            filters.put("kind", question.kind().code());
        }
        return filters;
    }
}

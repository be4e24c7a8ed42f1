package jp.toritsugi.funnel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.pool.TimeLimit;

/** Makes the funnel: one query for the counts, one for the ages. */
@ApplicationScoped
class FunnelMaker {
    private final FunnelSource source;
    private final PartWords words;

    FunnelMaker(FunnelSource source, PartWords words) {
        this.source = source;
        this.words = words;
    }

    @TimeLimit(TimeLimit.Work.FIGURES)
    @Transactional
    Funnel make(FunnelQuestion question, Viewer viewer) {
        List<FunnelRow> rows = source.rows(question);
        FunnelCount whole = new FunnelCount(rows);
        Map<Integer, FunnelAge> ages =
                source.ages(question).stream().collect(Collectors.toMap(FunnelAge::step, age -> age));
        Map<String, String> filters = new LinkedHashMap<>(question.sheets().filters());
        if (question.kind() != null) {
            filters.put("kind", question.kind().code());
        }
        return new Funnel(
                question.questionnaire(),
                question.sheets().from(),
                question.sheets().to(),
                filters,
                whole.reached().get(0),
                whole.steps(ages),
                whole.stops(),
                whole.outcomes(),
                whole.overridden(),
                ages.get(FunnelAge.WHOLE),
                question.by(),
                words.parts(question, rows, viewer.network()));
    }
}

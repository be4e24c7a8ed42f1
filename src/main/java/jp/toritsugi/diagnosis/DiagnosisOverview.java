package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.FiscalYear;

/** What a person who works with sheets sees first: how many, and which still want something. */
@ApplicationScoped
class DiagnosisOverview {
    private static final String RECENT = "5";

    private final DiagnosisSearch search;
    private final Clock clock;

    DiagnosisOverview(DiagnosisSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /** A figure with the list behind it; the two always agree, for both come from the same conditions. */
    record Count(String label, String counted, String address, String hint) {}

    /** Within the viewer's reach; only for those who see sheets. */
    @Transactional
    List<Count> counts(Viewer viewer) {
        FiscalYear year = FiscalYear.of(LocalDate.now(clock));
        return List.of(
                count(
                        viewer,
                        year.label() + "の診断",
                        "診断日が今年度のもの",
                        Map.of("from", year.start().toString())),
                count(viewer, "回答の不足", "到達区分が決まらない、または未確定", Map.of("leafState", "open")),
                count(viewer, "分岐外の回答あり", "書き間違いでないか確かめる", Map.of("offBranch", "true")),
                count(viewer, "すべての診断票", "取下げを除く", Map.of()));
    }

    /** Newest interviews first, at most five, within the viewer's reach. */
    @Transactional
    List<DiagnosisLine> recent(Viewer viewer) {
        return search.find(query(Map.of("limit", RECENT)), viewer).items();
    }

    private Count count(Viewer viewer, String label, String hint, Map<String, String> filters) {
        long count = search.count(query(filters), viewer);
        return new Count(label, DiagnosisSearch.counted(count), ListPage.address(filters), hint);
    }

    private static DiagnosisQuery query(Map<String, String> filters) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        filters.forEach(parameters::putSingle);
        return DiagnosisQuery.of(parameters);
    }
}

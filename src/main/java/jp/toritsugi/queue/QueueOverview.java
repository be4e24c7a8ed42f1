package jp.toritsugi.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;

/** What of the queue stands on one's first page. */
@ApplicationScoped
public class QueueOverview {
    private final QueueCounts counts;

    QueueOverview(QueueCounts counts) {
        this.counts = counts;
    }

    /** @param bad whether it should not be so */
    public record Count(String label, String address, long count, boolean bad) {}

    /** Empty for those who see no cases. */
    @Transactional
    public List<Count> of(Viewer viewer) {
        if (!viewer.seesSheets()) {
            return List.of();
        }
        Map<QueueTab, Long> counted = counts.of(new QueueQuery(Map.of()), viewer);
        Stream<QueueTab> told = viewer.role().equals(Roles.COORDINATOR)
                ? Stream.of(QueueTab.LATE, QueueTab.HIGH, QueueTab.RETURNED, QueueTab.TODAY, QueueTab.REVIEW)
                : Stream.of(QueueTab.MISSING_LATE, QueueTab.MISSING, QueueTab.REFERRED, QueueTab.OWN);
        return told.map(tab -> new Count(
                        tab.label(),
                        "/queue?tab=" + tab.code(),
                        counted.get(tab),
                        counted.get(tab) > 0 && (tab == QueueTab.LATE || tab == QueueTab.MISSING_LATE)))
                .toList();
    }
}

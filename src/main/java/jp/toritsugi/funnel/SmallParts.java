package jp.toritsugi.funnel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.report.AskedSheets;
import jp.toritsugi.report.FigureGuard;

/**
 * Refuses a funnel of a few, and puts parts that are too small to be shown by themselves together, with as many others as it
 * takes for the sum to be large enough: what is left out of the parts could be had by subtraction.
 */
@ApplicationScoped
class SmallParts {
    private static final Set<Parts> NOT_ON_A_CLOSED_LINE = Set.of(Parts.AREA, Parts.KIND);
    private static final Set<String> ON_A_CLOSED_LINE = Set.of("institution", "institutionType", "leaf");

    private final FigureGuard guard;

    SmallParts(FigureGuard guard) {
        this.guard = guard;
    }

    /** @throws jp.toritsugi.problem.Refusal as the tables refuse */
    void check(FunnelQuestion question, Collection<FunnelRow> rows, Viewer viewer) {
        guard.check(question.sheets(), question.kind() != null, count(rows), closed(rows), institutions(rows), viewer);
    }

    boolean isFew(FunnelAge age, Viewer viewer) {
        return guard.isFewFor(viewer, age.n());
    }

    /** Takes the small ones out of the parts. @return their rows, none where there are no small ones */
    List<FunnelRow> takenFrom(Map<String, List<FunnelRow>> parts, FunnelQuestion question, Viewer viewer) {
        AskedSheets asked = question.sheets();
        boolean months = question.by() == Parts.MONTH && !asked.narrowed() && question.kind() == null;
        boolean unseen = NOT_ON_A_CLOSED_LINE.contains(question.by())
                || question.kind() != null
                || asked.narrowed()
                        && !ON_A_CLOSED_LINE.containsAll(asked.filters().keySet())
                || asked.narrowed() && asked.filters().isEmpty();
        List<FunnelRow> taken = new ArrayList<>();
        if (months) {
            return taken;
        }
        for (String part : new HashSet<>(parts.keySet())) {
            if (isSmall(parts.get(part), asked, unseen, viewer)) {
                taken.addAll(parts.remove(part));
            }
        }
        while (!taken.isEmpty() && !parts.isEmpty() && isSmall(taken, asked, unseen, viewer)) {
            Optional<String> next = parts.keySet().stream()
                    .min(Comparator.comparingLong((String part) -> count(parts.get(part)))
                            .thenComparing(Comparator.naturalOrder()));
            taken.addAll(parts.remove(next.orElseThrow()));
        }
        return taken;
    }

    private boolean isSmall(Collection<FunnelRow> rows, AskedSheets asked, boolean unseen, Viewer viewer) {
        return guard.isSmall(asked.closed().possible(), unseen, count(rows), closed(rows), institutions(rows), viewer);
    }

    private static long count(Collection<FunnelRow> rows) {
        return rows.stream().mapToLong(FunnelRow::count).sum();
    }

    private static long closed(Collection<FunnelRow> rows) {
        return rows.stream().mapToLong(FunnelRow::closed).sum();
    }

    /** 0, 1, or 2 for more. */
    private static int institutions(Collection<FunnelRow> rows) {
        Set<String> codes = new HashSet<>();
        rows.forEach(row -> {
            codes.add(row.first());
            codes.add(row.last());
        });
        return Math.min(codes.size(), 2);
    }
}

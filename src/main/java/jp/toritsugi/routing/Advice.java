package jp.toritsugi.routing;

import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.consent.RecipientKind;

/** The kinds being collected for one case: in order, each once. */
final class Advice {
    private static final RecipientKind[] KINDS = RecipientKind.values();

    private final RecipientKind[] order = new RecipientKind[KINDS.length];
    private int count;
    private int kinds;
    private int blocked;
    private boolean ranked;
    private RecipientKind primary;
    private List<RecipientKind> additional;
    private List<RecipientKind> blockedKinds = List.of();

    /** @param kind who comes first, or null where nobody does: what is added then is advice */
    void first(RecipientKind kind) {
        ranked = kind != null;
        add(kind);
    }

    void add(RecipientKind kind) {
        if (kind != null && (kinds & 1 << kind.ordinal()) == 0) {
            kinds |= 1 << kind.ordinal();
            order[count++] = kind;
        }
    }

    /** Sorts out what consent does not cover; the first that is left comes first. */
    void keepTo(int covered) {
        blocked = kinds & ~covered;
        List<RecipientKind> left = new ArrayList<>(count);
        if (blocked != 0) {
            blockedKinds = new ArrayList<>(count);
        }
        for (int i = 0; i < count; i++) {
            if ((blocked & 1 << order[i].ordinal()) != 0) {
                blockedKinds.add(order[i]);
            } else if (ranked && primary == null) {
                primary = order[i];
            } else {
                left.add(order[i]);
            }
        }
        additional = left;
    }

    /** As a mask of places in {@link RecipientKind}. */
    int kinds() {
        return kinds;
    }

    int blocked() {
        return blocked;
    }

    RecipientKind primary() {
        return primary;
    }

    List<RecipientKind> additional() {
        return additional;
    }

    List<RecipientKind> blockedKinds() {
        return blockedKinds;
    }
}

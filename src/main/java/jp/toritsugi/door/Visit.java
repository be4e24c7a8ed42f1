package jp.toritsugi.door;

import java.util.ArrayList;
import java.util.List;

/** What one request takes and gives back when it is done with, whichever of the two is said first. */
final class Visit {
    private final List<Runnable> givings = new ArrayList<>();
    private boolean over;

    /** In the order in which they are told; at once where the visit is over already. */
    void atItsEnd(Runnable giveBack) {
        synchronized (this) {
            if (!over) {
                givings.add(giveBack);
                return;
            }
        }
        giveBack.run();
    }

    void end() {
        List<Runnable> all;
        synchronized (this) {
            over = true;
            all = List.copyOf(givings);
            givings.clear();
        }
        all.forEach(Runnable::run);
    }
}

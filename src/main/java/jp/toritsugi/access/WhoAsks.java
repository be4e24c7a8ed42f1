package jp.toritsugi.access;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import java.util.function.Supplier;

/** The viewer of whatever this thread is doing: of the request, or of work done aside in somebody's name. */
@ApplicationScoped
public class WhoAsks {
    private final ThreadLocal<Viewer> aside = new ThreadLocal<>();
    private final Instance<CurrentViewer> current;

    WhoAsks(Instance<CurrentViewer> current) {
        this.current = current;
    }

    /** Empty where nobody is logged in, and for the night's work. */
    public Optional<Viewer> viewer() {
        Viewer acting = aside.get();
        if (acting != null || !Arc.container().requestContext().isActive()) {
            return Optional.ofNullable(acting);
        }
        return current.get().unlessBeingFound();
    }

    /** Runs {@code work} on this thread in the name of the person who ordered it, also when their request is long over. */
    public <T> T inTheNameOf(Viewer viewer, Supplier<T> work) {
        Viewer before = aside.get();
        aside.set(viewer);
        try {
            return work.get();
        } finally {
            if (before == null) {
                aside.remove();
            } else {
                aside.set(before);
            }
        }
    }
}

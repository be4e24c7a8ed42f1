package jp.toritsugi.frame;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Viewer;

/** What every page shows around its own content; templates reach it as {@code inject:frame}. */
@Named("frame")
@RequestScoped
public class Frame {
    private final CurrentViewer viewer;
    private final HttpServerRequest request;
    private final Instance<UnreadNotices> notices;

    Frame(CurrentViewer viewer, HttpServerRequest request, Instance<UnreadNotices> notices) {
        this.viewer = viewer;
        this.request = request;
        this.notices = notices;
    }

    /** Null for people who are not logged in, or not in the register. */
    public Viewer getViewer() {
        return found().orElse(null);
    }

    /** Empty for people who are not logged in. */
    public List<NavigationEntry> getNavigation() {
        return found().map(who -> Navigation.of(who.role(), request.path())).orElse(List.of());
    }

    /** お知らせ 3, as the head of every page says it; null for people who get no notices. */
    public String getNotices() {
        return found().flatMap(who -> notices.get().label(who)).orElse(null);
    }

    private Optional<Viewer> found() {
        return viewer.find();
    }
}

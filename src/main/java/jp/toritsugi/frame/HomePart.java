package jp.toritsugi.frame;

import io.quarkus.qute.TemplateInstance;
import java.util.Optional;
import jp.toritsugi.access.Viewer;

/** What a feature has to say on somebody's first page (ホーム). */
public interface HomePart {
    /** Smaller numbers stand higher on the page. */
    int place();

    /** Empty for those whom it does not concern, and where there is nothing to say. */
    Optional<TemplateInstance> of(Viewer viewer);
}

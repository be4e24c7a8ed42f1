package jp.toritsugi.diagnosis;

import io.quarkus.qute.TemplateInstance;
import java.util.Optional;
import jp.toritsugi.access.Viewer;

/** A section that a feature above this one adds to a sheet's page, for those who may see it. */
public interface SheetPart {
    /** Smaller numbers stand higher on the page. */
    int place();

    /** Empty for those whom it does not concern. */
    Optional<TemplateInstance> of(OpenSheet sheet, Viewer viewer);
}

package jp.toritsugi.home;

import java.util.List;
import jp.toritsugi.access.Viewer;

/**
 * The first page of one person.
 *
 * @param parts what the features have to say, ready to be shown
 */
record HomePage(Viewer viewer, List<String> parts) {
    public List<FurtherPage> further() {
        return FurtherPage.of(viewer.role());
    }
}

package jp.toritsugi.frame;

import java.util.Optional;
import jp.toritsugi.access.Viewer;

/** How many notices wait for a person: asked once a page, by the frame; known to a feature on its left. */
public interface UnreadNotices {
    /** お知らせ, with the number of unread ones behind it where there are any; empty for people who get none. */
    Optional<String> label(Viewer viewer);
}

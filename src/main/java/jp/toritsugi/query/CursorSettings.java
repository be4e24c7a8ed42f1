package jp.toritsugi.query;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How places in lists are sealed. */
@ConfigMapping(prefix = "toritsugi.cursors")
interface CursorSettings {
    /**
     * {@code TORITSUGI_CURSORS_KEY}: what {@code next} is sealed with. Absent, each instance makes its own when it starts;
     * with several, one has to understand what another gave out.
     */
    Optional<String> key();
}

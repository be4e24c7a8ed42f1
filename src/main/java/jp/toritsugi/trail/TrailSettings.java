package jp.toritsugi.trail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How the trail is watched. */
@ConfigMapping(prefix = "toritsugi.trail")
interface TrailSettings {
    /** {@code TORITSUGI_TRAIL_ANCHORS}: a file, best on another machine, that every verification appends its anchor to. */
    Optional<Path> anchors();

    /** {@code TORITSUGI_TRAIL_VERIFICATION}: when the night's verification begins, as a cron expression in Japan's time. */
    @WithDefault("0 30 2 * * ?")
    String verification();
}

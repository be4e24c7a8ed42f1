package jp.toritsugi.recommendation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is advised by itself (settings {@code toritsugi.recommendation.…}). */
@ConfigMapping(prefix = "toritsugi.recommendation")
interface AdviceSettings {
    /**
     * Days since the interview for which an imported sheet is advised at once, and so becomes a case; older ones are when
     * somebody first opens them, and become none by themselves.
     */
    @WithDefault("180")
    int importedDays();
}

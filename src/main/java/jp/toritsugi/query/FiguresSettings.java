package jp.toritsugi.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How small figures may be. */
@ConfigMapping(prefix = "toritsugi.figures")
interface FiguresSettings {
    /**
     * {@code TORITSUGI_FIGURES_LEAST}: figures of fewer sheets that do not lie open to whoever asks are refused; 1 = none
     * are.
     */
    @WithDefault("5")
    int least();
}

package jp.toritsugi.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one client may ask within a minute; 0 = as much as they like. In production also seen by the start's Settings. */
@ConfigMapping(prefix = "toritsugi.rate")
interface RateSettings {
    /** {@code TORITSUGI_RATE_REQUESTS}: requests of one logged-in person. A tablet sending 500 kept sheets fits in. */
    @WithDefault("1200")
    long requests();

    /** {@code TORITSUGI_RATE_SEARCHES}: of these, lists, searches and files: what would be used to copy everything. */
    @WithDefault("240")
    long searches();

    /** {@code TORITSUGI_RATE_STRANGERS}: requests of one address without a log-in; a refused log-in counts as ten. */
    @WithDefault("600")
    long strangers();
}

package jp.toritsugi.interview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long a tablet keeps what; served to it, so that it holds without a signal too. */
@ConfigMapping(prefix = "toritsugi.tablet")
interface InterviewSettings {
    /** {@code TORITSUGI_TABLET_LOCK_MINUTES}: minutes of rest after which the PIN is asked again. */
    @WithDefault("15")
    int lockMinutes();

    /** {@code TORITSUGI_TABLET_KEEP_DAYS}: days after which a confirmed sheet leaves the tablet. */
    @WithDefault("7")
    int keepDays();
}

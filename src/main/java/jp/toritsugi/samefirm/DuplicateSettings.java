package jp.toritsugi.samefirm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How firms are recognised across institutions, and how much of it is told. */
@ConfigMapping(prefix = "toritsugi.duplicates")
interface DuplicateSettings {
    /** {@code TORITSUGI_DUPLICATES_KEY}: a secret of at least 32 characters, the same for ever. */
    String key();

    /**
     * {@code TORITSUGI_DUPLICATES_TOLD_A_DAY}: of so many firms a day one person is told that they may have been diagnosed
     * elsewhere, imports included; 0 = of none.
     */
    @WithDefault("10")
    int toldADay();
}

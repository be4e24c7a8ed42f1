package jp.toritsugi.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where uploaded files lie while they are checked and recorded. They are people's secrets: readable by us alone. */
@ConfigMapping(prefix = "toritsugi.imports")
interface ImportSettings {
    /** Directory for uploaded files and for the details of each import. */
    @WithDefault("${java.io.tmpdir}/toritsugi-imports")
    Path directory();

    /** How long they are kept. */
    @WithDefault("24H")
    Duration keep();
}

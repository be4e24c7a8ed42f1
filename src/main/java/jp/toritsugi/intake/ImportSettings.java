package jp.toritsugi.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where uploaded files lie while they are checked and recorded. They are people's secrets: readable by us alone. */
@ConfigMapping(prefix = "toritsugi.imports")
interface ImportSettings {
    /**
     * {@code TORITSUGI_IMPORTS_DIRECTORY}: directory for uploaded files and for the details of each import, closed to
     * everybody else; uploads on their way lie in its {@code uploads}.
     */
    @WithDefault("${java.io.tmpdir}/toritsugi-imports")
    Path directory();

    /** How long they are kept. */
    @WithDefault("24H")
    Duration keep();

    /** {@code TORITSUGI_IMPORTS_FILES_A_PERSON}: at most so many of one person lie at hand; the oldest go first. */
    @WithDefault("10")
    int filesAPerson();

    /** {@code TORITSUGI_IMPORTS_BYTES_A_PERSON}: at most so many bytes of one person, details included; as above. */
    @WithDefault("4G")
    MemorySize bytesAPerson();

    /** {@code TORITSUGI_IMPORTS_BYTES_IN_ALL}: with so many bytes of all people at hand no further file is taken. */
    @WithDefault("20G")
    MemorySize bytesInAll();
}

package jp.toritsugi.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much comes through the door at once. In production also seen by the start's Settings. */
@ConfigMapping(prefix = "toritsugi.door")
interface DoorSettings {
    /** {@code TORITSUGI_DOOR_BODIES}: bytes of all bodies that are in memory at the same time, files being none of them. */
    @WithDefault("16M")
    MemorySize bodies();

    /** {@code TORITSUGI_DOOR_AT_ONCE}: requests of one person worked on at the same time; 0 = as many as they like. */
    @WithDefault("6")
    int atOnce();

    /** {@code TORITSUGI_DOOR_SEARCHES}: lists, searches, figures and files of all people worked on at the same time; 0 = all. */
    @WithDefault("10")
    int searches();

    /** {@code TORITSUGI_DOOR_PATIENCE}: how long a request waits for those before it. */
    @WithDefault("15S")
    Duration patience();

    /** {@code TORITSUGI_DOOR_HEAD}: within this time from its first byte the head of a request must be there. */
    @WithDefault("20S")
    Duration head();

    /** {@code TORITSUGI_DOOR_BODY}: after this time a body must have come at {@link Pace#BYTES_A_SECOND} on average. */
    @WithDefault("20S")
    Duration body();
}

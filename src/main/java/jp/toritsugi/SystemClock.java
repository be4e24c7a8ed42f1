package jp.toritsugi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;

/** The one clock: days are Japanese days wherever the server stands; tests put a fixed one in its place. */
class SystemClock {
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Tokyo"));
    }
}

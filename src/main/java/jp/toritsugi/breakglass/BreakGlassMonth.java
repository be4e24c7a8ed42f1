package jp.toritsugi.breakglass;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import jp.toritsugi.problem.InvalidInput;

/** The month that was asked for. */
@ApplicationScoped
class BreakGlassMonth {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Clock clock;

    BreakGlassMonth(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param typed 2026-11, or null for this month in Japan
     * @throws InvalidInput for anything else
     */
    YearMonth read(String typed) {
        if (typed == null || typed.isBlank()) {
            return YearMonth.now(clock.withZone(JAPAN));
        }
        try {
            return YearMonth.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new InvalidInput("month", "月は「2026-11」のように指定してください。");
        }
    }
}

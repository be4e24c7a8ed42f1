package jp.toritsugi.signature;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import jp.toritsugi.sheet.HeldFor;

/**
 * A signature as drawn.
 *
 * @param strokes list of strokes; a stroke is a list of points or has one as {@code points}; a point has {@code x} and {@code y}
 *     within width and height. Whatever else is in it (time, pressure) is kept as evidence
 * @param at when it was drawn, by the device's clock
 * @param from for whom the talk was held; refused where the sender is at work elsewhere now, and not part of the signature
 */
public record NewSignature(
        @NotNull(message = "署名の線を送ってください。") JsonNode strokes,
        @NotNull(message = "幅を送ってください。")
                @Min(value = 1, message = "1以上で指定してください。")
                @Max(value = 10_000, message = "大きすぎます。")
                Integer width,
        @NotNull(message = "高さを送ってください。")
                @Min(value = 1, message = "1以上で指定してください。")
                @Max(value = 10_000, message = "大きすぎます。")
                Integer height,
        @NotNull(message = "署名した時刻を送ってください。") Instant at,
        HeldFor from) {}

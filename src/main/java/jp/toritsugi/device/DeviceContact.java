package jp.toritsugi.device;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a device says when it is in touch.
 *
 * @param person user name of the one whose sheets it keeps; null = it does not know anybody yet
 * @param unsent how many interviews lie on it alone
 * @param oldestUnsentAt when the oldest of these was begun, by the device's clock
 * @param received sheets whose receipt it got, to be looked for again
 */
public record DeviceContact(
        String person,
        @Size(max = 100, message = "100文字以内で指定してください。") String appVersion,
        @Min(value = 0, message = "0以上の数で指定してください。") @Max(value = 1_000_000, message = "数が大きすぎます。") Integer unsent,
        Instant oldestUnsentAt,
        @Size(max = 500, message = "一度に500件までです。") List<@Valid Received> received) {

    /** @param revision the one the device was given */
    public record Received(
            @NotNull(message = "診断票を指定してください。") UUID id, @NotNull(message = "版を指定してください。") Integer revision) {}
}

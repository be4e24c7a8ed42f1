package jp.toritsugi.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** One line of the list of devices. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceView(
        UUID id,
        String institution,
        String userName,
        String displayName,
        Instant registeredAt,
        Instant lastContactAt,
        String appVersion,
        int unsent,
        Instant oldestUnsentAt,
        Instant revokedAt,
        String revokedByName) {

    static DeviceView of(Device device) {
        return new DeviceView(
                device.id,
                device.institution,
                device.userName,
                device.displayName,
                device.registeredAt,
                device.lastContactAt,
                device.appVersion,
                device.unsent,
                device.oldestUnsentAt,
                device.revokedAt,
                device.revokedByName);
    }

    /** What is read out over the telephone; the device shows the same. */
    public String shortId() {
        return id.toString().substring(0, 8);
    }
}

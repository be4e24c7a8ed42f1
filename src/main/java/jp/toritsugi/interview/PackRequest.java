package jp.toritsugi.interview;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Which firms a device wants to take along.
 *
 * @param diagnoses earlier sheets; or
 * @param latest the firms visited last, so many
 * @param known what the device has already: unchanged, it is not handed over again
 */
public record PackRequest(
        @Size(max = 500, message = "一度に500件までです。") List<UUID> diagnoses,
        @Min(value = 1, message = "1から500までの数で指定してください。") @Max(value = 500, message = "1から500までの数で指定してください。")
                Integer latest,
        @Size(max = 500, message = "一度に500件までです。") List<@Valid Known> known) {

    public record Known(@NotNull(message = "診断票を指定してください。") UUID id, int revision) {}

    boolean knows(UUID id, int revision) {
        return known != null && known.contains(new Known(id, revision));
    }
}

package jp.toritsugi.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * The representative (代表者) as written on the sheet.
 *
 * @param age completed years on the day of the interview, 15 to 120; stands in where the birth date is unknown
 * @param gender optional, free: asked by few forms
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RepresentativeData(
        @Size(max = 100, message = "100文字以内で入力してください。") String name,
        @Size(max = 100, message = "100文字以内で入力してください。") String nameKana,
        LocalDate birthDate,
        @Min(value = 15, message = "年齢は15から120までの整数で入力してください。") @Max(value = 120, message = "年齢は15から120までの整数で入力してください。")
                Integer age,
        @Size(max = 20, message = "20文字以内で入力してください。") String gender) {}

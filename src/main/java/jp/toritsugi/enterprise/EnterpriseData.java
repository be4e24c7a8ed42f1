package jp.toritsugi.enterprise;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The firm as written on the sheet (domain: head of the form). Only the name is required.
 *
 * @param corporateNumber 法人番号, 13 digits with a valid check digit; corporations only
 * @param municipality 団体コード, six digits as text with a valid check digit
 * @param industry 日本標準産業分類: a letter A to T, or a letter followed by its two to four digits
 * @param employees head count, 0 or more
 * @param annualSales 年商 in thousand yen
 * @param capital 資本金 in thousand yen
 * @param foundedYear western year
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnterpriseData(
        @NotBlank(message = "事業者名を入力してください。") @Size(max = 200, message = "200文字以内で入力してください。") String name,
        @Size(max = 200, message = "200文字以内で入力してください。") String nameKana,
        EnterpriseKind kind,
        String corporateNumber,
        String municipality,
        @Size(max = 300, message = "300文字以内で入力してください。") String address,
        @Size(max = 40, message = "40文字以内で入力してください。") String phone,
        String industry,
        @Min(value = 0, message = "0以上の整数で入力してください。") @Max(value = 1_000_000, message = "従業員数が大きすぎます。")
                Integer employees,
        @Min(value = 0, message = "0以上の整数（千円）で入力してください。") Long annualSales,
        @Min(value = 0, message = "0以上の整数（千円）で入力してください。") Long capital,
        @Min(value = 1000, message = "西暦4桁で入力してください。") @Max(value = 2999, message = "西暦4桁で入力してください。")
                Integer foundedYear,
        @Size(max = 200, message = "200文字以内で入力してください。") String mainBank,
        @Size(max = 200, message = "200文字以内で入力してください。") String taxAdviser) {}

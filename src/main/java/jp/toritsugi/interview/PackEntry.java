package jp.toritsugi.interview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.sheet.NewDiagnosis;

/**
 * One firm of a visit pack.
 *
 * @param diagnosis the earlier sheet
 * @param lastContent all of it
 * @param openReferrals cases under way; none until there are any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PackEntry(
        UUID diagnosis,
        int revision,
        String firm,
        String nameKana,
        String municipality,
        LocalDate lastInterviewedOn,
        String leaf,
        String leafState,
        NewDiagnosis lastContent,
        List<Object> openReferrals) {

    static PackEntry of(OpenSheet sheet) {
        var enterprise = sheet.content().enterprise();
        return new PackEntry(
                sheet.id(),
                sheet.revision(),
                enterprise.name(),
                enterprise.nameKana(),
                enterprise.municipality(),
                sheet.content().interviewedOn(),
                sheet.leaf(),
                sheet.leafState(),
                sheet.content(),
                List.of());
    }
}

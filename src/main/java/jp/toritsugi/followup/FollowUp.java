package jp.toritsugi.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import jp.toritsugi.questionnaire.LeafState;

/**
 * One sheet to be looked at again.
 *
 * @param reviewOn from this day on
 * @param due whether that day has come
 * @param rule by which nothing had to be passed on, or null where a gate or a person said so
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FollowUp(
        UUID diagnosis,
        String institution,
        String enterpriseName,
        String representativeName,
        LocalDate interviewedOn,
        String leaf,
        String leafState,
        String rule,
        LocalDate reviewOn,
        boolean due) {

    public String leafStateLabel() {
        return LeafState.labelOf(leafState);
    }
}

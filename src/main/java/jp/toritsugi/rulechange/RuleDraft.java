package jp.toritsugi.rulechange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 下書き: a version of the rules as somebody sent it, and what became of it.
 *
 * @param state draft, approved or withdrawn
 * @param ruleSet code and version as the text says, or null where it could not be read; so are the next three
 * @param checksum SHA-256 of both files
 * @param faults what is wrong with it; empty = sound when it was sent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleDraft(
        UUID id,
        String state,
        String ruleSet,
        String title,
        String questionnaire,
        LocalDate validFrom,
        String checksum,
        List<DraftFault> faults,
        @JsonIgnore String institution,
        Step sent,
        Step approval,
        Step withdrawal,
        String withdrawnBecause) {

    /** Who did something, and when. */
    public record Step(Instant at, String by, String byName) {}

    @JsonIgnore
    public boolean isDraft() {
        return state.equals("draft");
    }

    @JsonIgnore
    public boolean isApproved() {
        return state.equals("approved");
    }

    @JsonIgnore
    public boolean isSound() {
        return faults.isEmpty();
    }

    @JsonIgnore
    public String name() {
        return ruleSet == null ? "読めない下書き" : ruleSet;
    }

    /** As on the list: 誤りあり, 承認待ち … */
    @JsonIgnore
    public String stateLabel() {
        return switch (state) {
            case "approved" -> "承認済み";
            case "withdrawn" -> "取下げ";
            default -> isSound() ? "下書き" : "誤りあり";
        };
    }
}

package jp.toritsugi.rulechange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A draft for programs.
 *
 * @param trial its report, or null
 * @param trialIsCurrent whether the report is of the text as it stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftView(@JsonUnwrapped RuleDraft draft, TrialReport trial, boolean trialIsCurrent) {
    static DraftView of(DraftDesk.Opened opened) {
        return new DraftView(opened.draft(), opened.trial(), opened.current());
    }
}

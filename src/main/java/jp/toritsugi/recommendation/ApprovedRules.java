package jp.toritsugi.recommendation;

import java.util.List;

/** The versions of the rules that a network has approved itself, beside those that come with the application. */
public interface ApprovedRules {
    /** Oldest first; those not in force yet among them. Only for the viewer's own network. */
    List<ApprovedVersion> of(String network);

    /** Approved and taken back before their day: newest first. */
    List<RuleVersion> withdrawn(String network);
}

package jp.toritsugi.referral;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long things may lie (settings {@code toritsugi.referral.…}). All a proposal, to be confirmed by the secretariat. */
@ConfigMapping(prefix = "toritsugi.referral")
interface CaseSettings {
    /** Business days within which a desk says whether it takes a case. */
    @WithDefault("5")
    int answerDays();

    /** Business days beyond the deadline after which lateness is told a second time. */
    @WithDefault("5")
    int secondDays();

    /** And a third. */
    @WithDefault("10")
    int thirdDays();

    /** Minutes for which a case that a coordinator took is theirs. */
    @WithDefault("30")
    int reviewLeaseMinutes();

    /** Days without any line in the timeline after which a colleague at the desk may take a referral over. */
    @WithDefault("30")
    int deskLeaseDays();
}

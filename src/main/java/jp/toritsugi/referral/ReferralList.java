package jp.toritsugi.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.query.AskedPage;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.Paging;
import jp.toritsugi.query.SqlConditions;

/** Referrals read page by page, newest first. */
@ApplicationScoped
class ReferralList {
    private final Referrals referrals;
    private final CaseReader reader;
    private final Trail trail;
    private final Paging paging;

    ReferralList(Referrals referrals, CaseReader reader, Trail trail, Paging paging) {
        this.paging = paging;
        this.referrals = referrals;
        this.reader = reader;
        this.trail = trail;
    }

    @Transactional
    PageOf<ReferralView> page(ReferralQuery query, Viewer viewer) {
        AskedPage asked = paging.page("referral", viewer.seat(), query.typed());
        SqlConditions where = Referrals.reach(viewer);
        if (!query.states().isEmpty()) {
            where.add("state in (:states)", "states", query.states());
        }
        where.addIfGiven("diagnosis = :diagnosis", "diagnosis", query.diagnosis());
        if (query.mine()) {
            where.add("holder = :holder", "holder", viewer.userName());
        }
        asked.after().ifPresent(place -> {
            where.add("(requested_at, id) < (:at, :id)", "at", place.moment(0));
            where.bind("id", place.id(1));
        });
        List<Referral> found = referrals.rows(where, " order by requested_at desc, id desc", asked.oneMore());
        CaseReader.Names names = reader.names(viewer);
        PageOf<ReferralView> page =
                asked.of(found, one -> List.of(one.requestedAt, one.id), one -> reader.line(one, viewer, names));
        trail.write(TrailEvent.of(Action.LISTED, "referral", null, null)
                .with("rows", page.items().size())
                .with(
                        "ids",
                        found.stream()
                                .limit(asked.limit())
                                .map(one -> one.diagnosis)
                                .toList()));
        return page;
    }
}

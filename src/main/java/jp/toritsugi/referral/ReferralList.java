package jp.toritsugi.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.SqlConditions;

/** Referrals read page by page, newest first. */
@ApplicationScoped
class ReferralList {
    private final Referrals referrals;
    private final CaseReader reader;
    private final Trail trail;

    ReferralList(Referrals referrals, CaseReader reader, Trail trail) {
        this.referrals = referrals;
        this.reader = reader;
        this.trail = trail;
    }

    @Transactional
    PageOf<ReferralView> page(ReferralQuery query, Viewer viewer) {
        SqlConditions where = Referrals.reach(viewer);
        if (!query.states().isEmpty()) {
            where.add("state in (:states)", "states", query.states());
        }
        where.addIfGiven("diagnosis = :diagnosis", "diagnosis", query.diagnosis());
        if (query.mine()) {
            where.add("holder = :holder", "holder", viewer.userName());
        }
        if (query.after() != null) {
            Position position = Position.parse(query.after());
            where.add("(requested_at, id) < (:at, :id)");
            where.bind("at", position.at());
            where.bind("id", position.id());
        }
        List<Referral> found = referrals.rows(where, " order by requested_at desc, id desc", query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<Referral> page = more ? found.subList(0, query.limit()) : found;
        CaseReader.Names names = reader.names(viewer);
        trail.write(TrailEvent.of(Action.LISTED, "referral", null, null)
                .with("ids", page.stream().map(one -> one.diagnosis).toList()));
        return new PageOf<>(
                page.stream().map(one -> reader.line(one, viewer, names)).toList(),
                more ? Position.of(page.get(page.size() - 1)).toString() : null);
    }

    /** Where a page ended. */
    private record Position(Instant at, UUID id) {
        static Position of(Referral referral) {
            return new Position(referral.requestedAt, referral.id);
        }

        static Position parse(String text) {
            String[] parts = text.split("_");
            try {
                return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new InvalidInput("after", "前の答えの next をそのまま指定してください。");
            }
        }

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }
}

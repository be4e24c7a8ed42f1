package jp.toritsugi.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.access.Viewers;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.diagnosis.BulkRecorder;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.referral.CaseDesk;
import jp.toritsugi.referral.CaseReader;
import jp.toritsugi.referral.CaseState;
import jp.toritsugi.referral.CaseView;
import jp.toritsugi.referral.ReferralDesk;
import jp.toritsugi.referral.ReferralId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Some of the demonstration's interviews as cases under way, so that every role finds something to do; only once. */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
class DemonstrationCases {
    private static final int CASES = 150;
    private static final int HANDED_OVER = 14;
    private static final String CENTER = "d0000000-0000-4000-8000-000000000001";

    /** The waiting ones came in over the last weeks, so that some are late. */
    private static final String SPREAD =
            """
            update case_file c set opened_at = c.opened_at - p.back, since = c.since - p.back,
              due_on = c.due_on - p.days, second_on = c.second_on - p.days, third_on = c.third_on - p.days
            from (select diagnosis, days, make_interval(days => days) as back
                  from (select diagnosis, (row_number() over (order by diagnosis) % 19)::int as days from case_file
                        where state in ('review', 'missing')) n) p
            where p.diagnosis = c.diagnosis""";

    private final CaseDesk desk;
    private final CaseReader reader;
    private final ReferralDesk referrals;
    private final Viewers viewers;
    private final WhoAsks who;
    private final String url;
    private final String owner;
    private final String password;

    DemonstrationCases(
            CaseDesk desk,
            CaseReader reader,
            ReferralDesk referrals,
            Viewers viewers,
            WhoAsks who,
            @ConfigProperty(name = "TORITSUGI_DB_URL") String url,
            @ConfigProperty(name = "TORITSUGI_DB_OWNER") String owner,
            @ConfigProperty(name = "TORITSUGI_DB_OWNER_PASSWORD") String password) {
        this.desk = desk;
        this.reader = reader;
        this.referrals = referrals;
        this.viewers = viewers;
        this.who = who;
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    void open(List<BulkRecorder.Item> items) {
        if (sql("select count(*) from case_file") > 0) {
            return;
        }
        List<BulkRecorder.Item> shared = items.stream()
                .filter(item -> item.sheet().spokenConsents().allowPassingOn())
                .limit(CASES)
                .toList();
        shared.forEach(this::open);
        as("coordinator", Roles.COORDINATOR, viewer -> shared.stream()
                .filter(item -> isForTheCentre(item, viewer))
                .limit(HANDED_OVER)
                .forEach(item -> attempt(() -> handOver(item, viewer))));
        as("center-consultant", Roles.CONSULTANT, this::move);
        sql(SPREAD);
    }

    private void open(BulkRecorder.Item item) {
        as(item.institution().replaceFirst("-.*", "-officer"), Roles.OFFICER, viewer -> desk.open(item.id(), viewer));
    }

    private boolean isForTheCentre(BulkRecorder.Item item, Viewer viewer) {
        CaseView file = reader.open(item.id(), viewer);
        return file.state() == CaseState.REVIEW && "center".equals(file.proposed());
    }

    private void handOver(BulkRecorder.Item item, Viewer viewer) {
        desk.move(item.id(), "hand-over", new CaseDesk.Said(null, List.of(CENTER), null, null, null), viewer);
    }

    /** Of those handed over: some are not answered yet, one is declined, some are under way, some have ended. */
    private void move(Viewer viewer) {
        List<ReferralId> ids = reader.received(viewer);
        for (int i = 0; i < ids.size(); i++) {
            ReferralId id = ids.get(i);
            int turn = i;
            attempt(() -> go(id, turn % 7, viewer));
        }
    }

    private void go(ReferralId id, int turn, Viewer viewer) {
        if (turn == 0 || turn == 1) {
            return;
        }
        if (turn == 2) {
            referrals.move(id, "reject", new ReferralDesk.Said(null, "no-capacity", null, null), viewer);
            return;
        }
        referrals.move(id, "accept", ReferralDesk.Said.NOTHING, viewer);
        if (turn > 3) {
            referrals.note(id, new ReferralDesk.Entry("contact", null, "電話で日程を調整", false), viewer);
        }
        if (turn > 4) {
            referrals.note(id, new ReferralDesk.Entry("visit", null, "事業所を訪問", true), viewer);
        }
        if (turn > 5) {
            referrals.note(id, new ReferralDesk.Entry("plan", null, null, false), viewer);
            referrals.move(id, "complete", new ReferralDesk.Said(null, null, "plan", null), viewer);
        }
    }

    private void as(String user, String role, Consumer<Viewer> work) {
        Viewer viewer = viewers.find(user, Set.of(role)).orElseThrow();
        who.inTheNameOf(viewer, () -> {
            work.accept(viewer);
            return null;
        });
    }

    /** A sheet that was changed by hand since may refuse; the demonstration goes on. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (Refusal changedInTheMeantime) {
            Log.debugf("a case of the demonstration stays where it is: %s", changedInTheMeantime.type());
        }
    }

    private long sql(String statement) {
        try (Connection connection = DriverManager.getConnection(url, owner, password);
                var sql = connection.createStatement()) {
            if (!sql.execute(statement)) {
                return sql.getUpdateCount();
            }
            try (var rows = sql.getResultSet()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package jp.toritsugi.audit;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.door.Caller;

/**
 * What was refused to people and programs who are not logged in: counted, and told once a minute. A line for each would let
 * anybody write as much into the trail as they like. Told to every network, for a stranger belongs to none and means the
 * installation; so nothing is in it that belongs to one of them: no ids, no names, no single machine's address.
 */
@ApplicationScoped
class StrangersRefused {
    private static final String ELSEWHERE = "ほか";

    /** So many surroundings are told apart within a minute, and so many kinds of each. */
    private static final int MOST_SURROUNDINGS = 20;

    private static final int MOST_KINDS = 12;

    /** Words of ours in an address; whatever else stands there was thought up by the stranger. */
    private static final Pattern PLACE = Pattern.compile("^(?:/api/v1)?/[a-z-]{1,20}(?=/|$)");

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Trail trail;
    private final DataSource database;
    private final Caller caller;
    private final Clock clock;
    private Map<String, Count> counts = new LinkedHashMap<>();

    StrangersRefused(Trail trail, DataSource database, Caller caller, Clock clock) {
        this.trail = trail;
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /** Of one surrounding, since it was last told. */
    private static final class Count {
        private final Instant first;
        private Instant last;
        private long requests;
        private long named;
        private final Map<String, Long> kinds = new TreeMap<>();

        private Count(Instant first) {
            this.first = first;
        }

        private void add(String kind, boolean namesAThing, Instant now) {
            last = now;
            requests++;
            named += namesAThing ? 1 : 0;
            kinds.merge(kinds.containsKey(kind) || kinds.size() < MOST_KINDS ? kind : ELSEWHERE, 1L, Long::sum);
        }

        private TrailEvent event(String surroundings) {
            return TrailEvent.of(Action.REFUSED, "strangers", null, null)
                    .with("surroundings", surroundings)
                    .with("requests", requests)
                    .with("named", named == 0 ? null : named)
                    .with("first", first.toString())
                    .with("last", last.toString())
                    .with("refusals", kinds);
        }
    }

    void count(RoutingContext context, int status) {
        String path = context.request().path();
        Matcher place = PLACE.matcher(path);
        String kind = status + " " + (place.find() ? place.group() : ELSEWHERE);
        String surroundings = caller.surroundings(context.request());
        synchronized (this) {
            String known =
                    counts.containsKey(surroundings) || counts.size() < MOST_SURROUNDINGS ? surroundings : ELSEWHERE;
            Instant now = clock.instant();
            counts.computeIfAbsent(known, name -> new Count(now))
                    .add(kind, ID.matcher(path).find(), now);
        }
    }

    /** Writes down what has come together; where that fails, it is lost but for the log, and not gathered without end. */
    @Scheduled(
            every = "{toritsugi.trail.strangers:60s}",
            delayed = "{toritsugi.trail.strangers:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        Map<String, Count> told = taken();
        if (told.isEmpty()) {
            return;
        }
        try {
            List<Viewer> networks = everyNetwork();
            told.forEach((surroundings, count) ->
                    networks.forEach(network -> trail.writeApart(count.event(surroundings), network)));
        } catch (SQLException | RuntimeException e) {
            long requests =
                    told.values().stream().mapToLong(count -> count.requests).sum();
            Log.errorf(e, "%d refused requests of strangers did not get into the trail", requests);
        }
    }

    private synchronized Map<String, Count> taken() {
        Map<String, Count> taken = counts;
        counts = new LinkedHashMap<>();
        return taken;
    }

    private List<Viewer> everyNetwork() throws SQLException {
        List<Viewer> nobody = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var question = connection.createStatement();
                var networks = question.executeQuery("select trail_networks()")) {
            while (networks.next()) {
                // no name of anybody: the database takes none from us where nobody is entered
                nobody.add(new Viewer(null, null, null, networks.getString(1), null, null, null, null));
            }
        }
        return nobody;
    }
}

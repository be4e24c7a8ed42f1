package jp.toritsugi.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.toritsugi.pool.TimeLimit;

/**
 * Goes along all chains and past all anchors. Reads only; the work is done in the database, next to the entries, where
 * {@code deploy/database/verify-trail.sh} asks for it as well.
 */
@ApplicationScoped
class TrailVerifier {
    private static final Comparator<BrokenLink> EARLIEST = Comparator.comparing(
                    BrokenLink::entry, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(BrokenLink::chain);

    private final AgroalDataSource database;
    private final AnchorFile anchors;
    private final ObjectMapper json;

    TrailVerifier(AgroalDataSource database, AnchorFile anchors, ObjectMapper json) {
        this.database = database;
        this.anchors = anchors;
        this.json = json;
    }

    /** Takes some seconds a million entries, so it runs outside any transaction with its time limit. */
    @TimeLimit(TimeLimit.Work.JOB)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    Finding verify() {
        long begin = System.nanoTime();
        Set<BrokenLink> broken = new LinkedHashSet<>();
        Map<String, String> heads = new LinkedHashMap<>();
        try (Connection connection = database.getConnection()) {
            long entries = chains(connection, heads, broken);
            anchorsInside(connection, broken);
            anchorsOutside(connection, broken);
            List<BrokenLink> ordered = new ArrayList<>(broken);
            ordered.sort(EARLIEST);
            return new Finding(entries, ordered, heads, Duration.ofNanos(System.nanoTime() - begin));
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the trail could not be verified", e);
        }
    }

    private static long chains(Connection connection, Map<String, String> heads, Set<BrokenLink> broken)
            throws SQLException {
        long entries = 0;
        try (var question = connection.createStatement();
                ResultSet chain = question.executeQuery(
                        "select chain, entries, last_hash, place, entry, fault, begun from trail_verify()")) {
            while (chain.next()) {
                entries += chain.getLong(2) - chain.getLong(7);
                if (chain.getLong(2) > 0) {
                    String hash = HexFormat.of().formatHex(chain.getBytes(3));
                    heads.put(chain.getString(1), chain.getLong(2) + ":" + hash);
                }
                if (chain.getString(6) != null) {
                    broken.add(new BrokenLink(
                            chain.getInt(1), chain.getLong(4), chain.getObject(5, Long.class), chain.getString(6)));
                }
            }
        }
        return entries;
    }

    private static void anchorsInside(Connection connection, Set<BrokenLink> broken) throws SQLException {
        try (var question = connection.prepareStatement("select chain, place, entry from trail_anchors_broken()")) {
            collect(question.executeQuery(), broken);
        }
    }

    private void anchorsOutside(Connection connection, Set<BrokenLink> broken)
            throws SQLException, JsonProcessingException {
        try (var question =
                connection.prepareStatement("select chain, place, entry from trail_anchor_broken(cast(? as jsonb))")) {
            for (Map<String, String> heads : anchors.all()) {
                question.setString(1, json.writeValueAsString(heads));
                collect(question.executeQuery(), broken);
            }
        }
    }

    private static void collect(ResultSet links, Set<BrokenLink> broken) throws SQLException {
        try (links) {
            while (links.next()) {
                broken.add(new BrokenLink(
                        links.getInt(1), links.getLong(2), links.getObject(3, Long.class), BrokenLink.ANCHOR));
            }
        }
    }
}

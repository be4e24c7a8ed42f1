package jp.toritsugi.diagnosis;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.toritsugi.diagnosis.BulkRecorder.Understood;
import jp.toritsugi.sheet.SheetNames;

/**
 * What is recorded already, asked for many sheets at once: within the importer's reach, and on an order to record also
 * which ids and numbers are taken by sheets out of it; of those no more than that.
 */
final class RecordedSheets {
    private static final String HASHES = "select * from diagnosis_recorded_hashes(?, ?)";
    private static final String REFERENCES = "select * from diagnosis_recorded_references(?, ?, ?)";
    private static final String DESTROYED = "select * from diagnosis_destroyed(?)";
    private static final String FIRMS = "select * from diagnosis_recorded_firms(?)";

    private final Map<Owned, Set<String>> hashes = new HashMap<>();
    private final Set<String> references = new HashSet<>();
    private final Set<Owned> idsOutOfSight = new HashSet<>();
    private final Set<UUID> ids = new HashSet<>();
    private final Set<String> referencesOutOfSight = new HashSet<>();
    private final Set<UUID> destroyed = new HashSet<>();
    private final Map<String, List<Earlier>> firms = new HashMap<>();

    /** A sheet of this id counts for a line of its own institution only; whoever else took the id keeps nobody from anything. */
    private record Owned(UUID id, String institution) {
        static Owned by(Understood item) {
            return new Owned(item.id().value(), item.institution());
        }

        static Owned formerlyBy(Understood item) {
            return item.former() == null ? by(item) : new Owned(item.former().value(), item.institution());
        }
    }

    /** Another interview of a firm. */
    private record Earlier(UUID id, String institution, LocalDate day) {
        boolean isNear(Understood item) {
            return !id.equals(item.id().value())
                    && institution.equals(item.institution())
                    && SheetNames.isSoonAgain(item.sheet().content().interviewedOn(), day);
        }
    }

    /** @param beyond whether sheets are about to be recorded, so that what is taken out of sight must be known too */
    RecordedSheets(List<Understood> items, boolean beyond, Connection connection) throws SQLException {
        List<Understood> numbered = items.stream()
                .filter(item -> item.sheet().content().reference() != null)
                .toList();
        try (PreparedStatement question = connection.prepareStatement(HASHES)) {
            question.setArray(1, connection.createArrayOf("uuid", idsOf(items)));
            question.setBoolean(2, beyond);
            each(question, row -> {
                UUID id = row.getObject(1, UUID.class);
                String hash = row.getString(2);
                Owned owned = new Owned(id, row.getString(3));
                ids.add(id);
                if (hash == null) {
                    idsOutOfSight.add(owned);
                } else {
                    hashes.computeIfAbsent(owned, any -> new HashSet<>()).add(hash);
                }
            });
        }
        try (PreparedStatement question = connection.prepareStatement(DESTROYED)) {
            question.setArray(
                    1, array(connection, "uuid", items, item -> item.id().value()));
            each(question, row -> destroyed.add(row.getObject(1, UUID.class)));
        }
        try (PreparedStatement question = connection.prepareStatement(REFERENCES)) {
            question.setArray(1, array(connection, "text", numbered, Understood::institution));
            question.setArray(2, array(connection, "text", numbered, item -> item.sheet()
                    .content()
                    .reference()));
            question.setBoolean(3, beyond);
            each(question, row -> (row.getBoolean(3) ? references : referencesOutOfSight)
                    .add(row.getString(1) + "\n" + row.getString(2)));
        }
        try (PreparedStatement question = connection.prepareStatement(FIRMS)) {
            question.setArray(1, array(connection, "text", items, item -> item.sheet()
                    .names()
                    .firmKey()));
            each(question, row -> firms.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                    .add(new Earlier(
                            row.getObject(2, UUID.class), row.getString(3), row.getObject(4, LocalDate.class))));
        }
    }

    /** Whether a sheet of this id was ever written; with any content. */
    boolean has(Understood item) {
        return hashes.containsKey(Owned.by(item));
    }

    /** Whether its term has passed and it was destroyed. */
    boolean wasDestroyed(Understood item) {
        return destroyed.contains(item.id().value());
    }

    boolean hasContentOf(Understood item) {
        return hashes.getOrDefault(Owned.by(item), Set.of())
                .contains(item.sheet().contentHash());
    }

    /** Whether an earlier version recorded it, with this content, under the id that ids had then. */
    boolean hasFormerly(Understood item) {
        return hashes.getOrDefault(Owned.formerlyBy(item), Set.of())
                .contains(item.sheet().contentHash());
    }

    /** Whether its id, which none of its own institution's sheets bears, is taken all the same. */
    boolean isIdOfOthers(Understood item) {
        return ids.contains(item.id().value());
    }

    boolean hasReferenceOf(Understood item) {
        return references.contains(numbered(item));
    }

    /** Whether its id or its number is on a sheet that the importer does not see. */
    boolean isTakenOutOfSight(Understood item) {
        return idsOutOfSight.contains(Owned.by(item))
                || idsOutOfSight.contains(Owned.formerlyBy(item))
                || referencesOutOfSight.contains(numbered(item));
    }

    private static Object[] idsOf(List<Understood> items) {
        return items.stream()
                .flatMap(item -> Stream.of(item.id(), item.former()))
                .filter(Objects::nonNull)
                .map(DiagnosisId::value)
                .toArray();
    }

    private static String numbered(Understood item) {
        return item.institution() + "\n" + item.sheet().content().reference();
    }

    boolean hasSameFirmNear(Understood item) {
        return firms.getOrDefault(item.sheet().names().firmKey(), List.of()).stream()
                .anyMatch(earlier -> earlier.isNear(item));
    }

    private interface Taking {
        void take(ResultSet row) throws SQLException;
    }

    private static void each(PreparedStatement question, Taking taking) throws SQLException {
        try (ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                taking.take(rows);
            }
        }
    }

    private static Array array(
            Connection connection, String type, List<Understood> items, Function<Understood, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, items.stream().map(value).toArray());
    }
}

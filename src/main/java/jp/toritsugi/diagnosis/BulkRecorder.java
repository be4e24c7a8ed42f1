package jp.toritsugi.diagnosis;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.SheetReader;
import jp.toritsugi.sheet.UnderstoodSheet;

/** Records many sheets at once, by the same rules as one at a time, in few and large statements. */
@ApplicationScoped
public class BulkRecorder {
    private final SheetReader reader;
    private final AgroalDataSource database;
    private final Trail trail;
    private final FirmTracing firms;
    private final SheetAdvice advice;

    BulkRecorder(SheetReader reader, AgroalDataSource database, Trail trail, FirmTracing firms, SheetAdvice advice) {
        this.advice = advice;
        this.trail = trail;
        this.reader = reader;
        this.database = database;
        this.firms = firms;
    }

    /**
     * One sheet of many.
     *
     * @param institution whose sheet it is
     * @param at moment it is recorded
     */
    public record Item(DiagnosisId id, String institution, NewDiagnosis sheet, Instant at) {}

    /** One sheet of many, already understood. */
    public static final class Understood {
        private final DiagnosisId id;
        private final DiagnosisId former;
        private final String institution;
        private final UnderstoodSheet sheet;
        private final Instant at;
        private SheetRows rows;

        public Understood(DiagnosisId id, String institution, UnderstoodSheet sheet, Instant at) {
            this(id, null, institution, sheet, at);
        }

        /** @param former the id under which an earlier version may have recorded it, or null */
        public Understood(DiagnosisId id, DiagnosisId former, String institution, UnderstoodSheet sheet, Instant at) {
            this.id = id;
            this.former = former;
            this.institution = institution;
            this.sheet = sheet;
            this.at = at;
        }

        public DiagnosisId id() {
            return id;
        }

        DiagnosisId former() {
            return former;
        }

        private Understood underAnotherId() {
            return new Understood(new DiagnosisId(UUID.randomUUID()), institution, sheet, at);
        }

        public String institution() {
            return institution;
        }

        public UnderstoodSheet sheet() {
            return sheet;
        }

        public Instant at() {
            return at;
        }
    }

    /** Who records. */
    public record Hand(String userName, String displayName, String network, String institution, String branch) {
        public static Hand of(Viewer viewer) {
            return new Hand(
                    viewer.userName(), viewer.displayName(), viewer.network(), viewer.institution(), viewer.branch());
        }

        boolean seesAllOf(String sheets) {
            return institution.equals(sheets) && branch == null;
        }
    }

    /** What recording a sheet would do. */
    public enum Outcome {
        NEW,
        /** Recorded before with this content: nothing to do. */
        UNCHANGED,
        /** Recorded before with other content: refused, for a correction needs a person and a reason. */
        DIFFERENT,
        /** Recorded long ago and destroyed since: it does not come back. */
        DESTROYED,
        /** The office's number is on another sheet of the institution. */
        REFERENCE_TAKEN,
        /** The id or the number is taken by a sheet out of the importer's sight: known on an order to record alone. */
        TAKEN_OUT_OF_SIGHT
    }

    /**
     * A sheet looked at.
     *
     * @param sameFirm another sheet of the same firm stands within twelve months, in the same institution
     * @param seenElsewhere another institution may have diagnosed the firm lately; known of recorded sheets only, and by
     *     {@link #writeAndTell} alone
     */
    public record Looked(Understood item, Outcome outcome, boolean sameFirm, boolean seenElsewhere) {
        Looked withSeenElsewhere() {
            return new Looked(item, outcome, sameFirm, true);
        }
    }

    /** Does what can be done for recording a sheet before its turn has come; otherwise it is done then. */
    public void makeReady(Understood item, Hand hand) {
        item.rows = SheetRows.of(item, hand, firms);
    }

    /** Compares sheets that passed {@link SheetReader#check} with what is there; writes nothing. */
    @Transactional
    public List<Looked> look(List<Item> items, Hand hand) {
        return compare(
                items.stream()
                        .map(item -> new Understood(
                                item.id(), item.institution(), reader.understand(item.sheet()), item.at()))
                        .toList(),
                hand);
    }

    /** As {@link #look}, for sheets already understood: with what lies open to whoever looks. */
    @Transactional
    public List<Looked> compare(List<Understood> items, Hand hand) {
        return compare(items, hand, false);
    }

    /** As {@link #compare(List, Hand)}, on an order to record: also what is taken out of sight is not new. */
    @Transactional
    public List<Looked> compareToRecord(List<Understood> items, Hand hand) {
        return compare(items, hand, true);
    }

    private List<Looked> compare(List<Understood> items, Hand hand, boolean beyond) {
        try (Connection connection = database.getConnection()) {
            RecordedSheets recorded = new RecordedSheets(items, beyond, connection);
            return items.stream()
                    .map(item -> looked(item, outcome(item, recorded, hand, beyond), recorded))
                    .toList();
        } catch (SQLException e) {
            throw new BulkRecordingFailed(e);
        }
    }

    /** An id that somebody else's sheet bears keeps no line from being recorded, nor the lines beside it. */
    private static Looked looked(Understood item, Outcome outcome, RecordedSheets recorded) {
        boolean another = outcome == Outcome.NEW && recorded.isIdOfOthers(item);
        return new Looked(another ? item.underAnotherId() : item, outcome, recorded.hasSameFirmNear(item), false);
    }

    private static Outcome outcome(Understood item, RecordedSheets recorded, Hand hand, boolean beyond) {
        if (recorded.has(item)) {
            return recorded.hasContentOf(item) ? Outcome.UNCHANGED : Outcome.DIFFERENT;
        }
        if (recorded.hasFormerly(item)) {
            return Outcome.UNCHANGED;
        }
        if (recorded.isTakenOutOfSight(item)) {
            return Outcome.TAKEN_OUT_OF_SIGHT;
        }
        if (recorded.wasDestroyed(item) && hand.seesAllOf(item.institution())) {
            return Outcome.DESTROYED;
        }
        if (recorded.wasDestroyed(item) && beyond) {
            return Outcome.TAKEN_OUT_OF_SIGHT;
        }
        return recorded.hasReferenceOf(item) ? Outcome.REFERENCE_TAKEN : Outcome.NEW;
    }

    /**
     * Records those of the sheets that are new.
     *
     * @throws BulkRecordingFailed when the database refuses; nothing of this transaction stays
     */
    @Transactional
    public void write(List<Looked> looked, Hand hand) {
        write(looked, hand, false);
    }

    /**
     * As {@link #write}, with word of firms that may have been seen elsewhere, and a line in the trail for what was taken
     * out of sight. Only where what is written stays: otherwise names and numbers would be tried for nothing.
     */
    @Transactional
    public List<Looked> writeAndTell(List<Looked> looked, Hand hand) {
        Set<UUID> told = write(looked, hand, true);
        tellTaken(looked);
        return told.isEmpty()
                ? looked
                : looked.stream()
                        .map(one -> told.contains(one.item().id().value()) ? one.withSeenElsewhere() : one)
                        .toList();
    }

    /** A line for each institution of whose numbers or ids it is told that they are taken. */
    @Transactional
    public void tellTaken(List<Looked> looked) {
        Map<String, Long> taken = looked.stream()
                .filter(one -> one.outcome() == Outcome.TAKEN_OUT_OF_SIGHT)
                .collect(Collectors.groupingBy(one -> one.item().institution(), TreeMap::new, Collectors.counting()));
        taken.forEach((institution, lines) -> trail.write(
                TrailEvent.of(Action.NUMBER_TOLD, "import", null, institution).with("lines", lines)));
    }

    private Set<UUID> write(List<Looked> looked, Hand hand, boolean telling) {
        List<Understood> fresh = looked.stream()
                .filter(one -> one.outcome() == Outcome.NEW)
                .map(Looked::item)
                .toList();
        List<SheetRows> rows = fresh.stream()
                .map(item -> item.rows == null ? SheetRows.of(item, hand, firms) : item.rows)
                .toList();
        if (rows.isEmpty()) {
            return Set.of();
        }
        Set<UUID> told;
        try (Connection connection = database.getConnection()) {
            SheetTables.DIAGNOSIS.write(rows.stream().map(SheetRows::diagnosis).toList(), connection);
            SheetTables.REVISION.write(rows.stream().map(SheetRows::revision).toList(), connection);
            SheetTables.SHEET.write(rows.stream().map(SheetRows::counted).toList(), connection);
            // One entry a batch: the trail names every sheet, and a million of them do not cost a million hashes.
            trail.write(TrailEvent.of(Action.IMPORTED, "diagnosis", null, hand.institution())
                    .with("ids", fresh.stream().map(item -> item.id().value()).toList()));
            told = firms.recorded(rows, telling, hand);
        } catch (SQLException e) {
            throw new BulkRecordingFailed(e);
        }
        for (int i = 0; i < rows.size(); i++) {
            advice.imported(
                    rows.get(i).head(),
                    fresh.get(i).sheet(),
                    hand.institution().equals(fresh.get(i).institution()));
        }
        return told;
    }
}

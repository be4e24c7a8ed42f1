package jp.toritsugi.diagnosis;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.SheetNames;
import jp.toritsugi.sheet.SheetReader;
import jp.toritsugi.sheet.UnderstoodSheet;
import org.hibernate.StatelessSession;

/** Records many sheets at once, by the same rules as one at a time, in few and large statements. */
@ApplicationScoped
public class BulkRecorder {
    private final SheetReader reader;
    private final StatelessSession session;
    private final AgroalDataSource database;

    BulkRecorder(SheetReader reader, StatelessSession session, AgroalDataSource database) {
        this.reader = reader;
        this.session = session;
        this.database = database;
    }

    /**
     * One sheet of many.
     *
     * @param institution whose sheet it is
     * @param at moment it is recorded
     */
    public record Item(DiagnosisId id, String institution, NewDiagnosis sheet, Instant at) {}

    /** One sheet of many, already understood. */
    public record Understood(DiagnosisId id, String institution, UnderstoodSheet sheet, Instant at) {}

    /** Who records. */
    public record Hand(String userName, String displayName, String network, String institution) {}

    /** What recording a sheet would do. */
    public enum Outcome {
        NEW,
        /** Recorded before with this content: nothing to do. */
        UNCHANGED,
        /** Recorded before with other content: refused, for a correction needs a person and a reason. */
        DIFFERENT,
        /** The office's number is on another sheet of the institution. */
        REFERENCE_TAKEN
    }

    /**
     * A sheet looked at.
     *
     * @param sameFirm another sheet of the same firm stands within twelve months, in the same institution
     */
    public record Looked(Understood item, Outcome outcome, boolean sameFirm) {}

    /** Everything wrong with a sheet; empty when it may be recorded. */
    public List<Violation> check(NewDiagnosis sheet) {
        return reader.check(sheet);
    }

    /** What follows from a sheet that passed {@link #check}. */
    public UnderstoodSheet understand(NewDiagnosis sheet) {
        return reader.understand(sheet);
    }

    /** Compares sheets that passed {@link #check} with what is there; writes nothing. */
    @Transactional
    public List<Looked> look(List<Item> items, Hand hand) {
        return compare(
                items.stream()
                        .map(item -> new Understood(
                                item.id(), item.institution(), reader.understand(item.sheet()), item.at()))
                        .toList(),
                hand);
    }

    /** As {@link #look}, for sheets already understood. */
    @Transactional
    public List<Looked> compare(List<Understood> items, Hand hand) {
        Map<UUID, Set<String>> written = hashes(items);
        Map<String, UUID> references = references(items, hand.network());
        Map<String, List<Earlier>> firms = firms(items, hand.network());
        List<Looked> looked = new ArrayList<>();
        for (Understood item : items) {
            UnderstoodSheet sheet = item.sheet();
            Set<String> hashes = written.getOrDefault(item.id().value(), Set.of());
            String reference = sheet.content().reference();
            Outcome outcome = Outcome.NEW;
            if (!hashes.isEmpty()) {
                outcome = hashes.contains(sheet.contentHash()) ? Outcome.UNCHANGED : Outcome.DIFFERENT;
            } else if (reference != null && references.containsKey(item.institution() + "\n" + reference)) {
                outcome = Outcome.REFERENCE_TAKEN;
            }
            boolean sameFirm = firms.getOrDefault(sheet.names().firmKey(), List.of()).stream()
                    .anyMatch(earlier -> earlier.isNear(item));
            looked.add(new Looked(item, outcome, sameFirm));
        }
        return looked;
    }

    /**
     * Records those of the sheets that are new.
     *
     * @throws BulkRecordingFailed when the database refuses; nothing of this transaction stays
     */
    @Transactional
    public void write(List<Looked> looked, Hand hand) {
        List<Diagnosis> heads = new ArrayList<>();
        List<Revision> revisions = new ArrayList<>();
        List<CountedSheet> counted = new ArrayList<>();
        for (Looked one : looked) {
            if (one.outcome() != Outcome.NEW) {
                continue;
            }
            Entry entry = new Entry(
                    one.item().sheet(),
                    hand.userName(),
                    hand.displayName(),
                    hand.institution(),
                    one.item().at());
            Diagnosis diagnosis =
                    new Diagnosis(one.item().id(), hand.network(), one.item().institution(), entry);
            heads.add(diagnosis);
            revisions.add(new Revision(diagnosis, 1, Revision.Kind.RECORDED, entry, null));
            counted.add(new CountedSheet(diagnosis, 1, entry));
        }
        try (Connection connection = database.getConnection()) {
            SheetTables.DIAGNOSIS.write(heads, connection);
            SheetTables.REVISION.write(revisions, connection);
            SheetTables.SHEET.write(counted, connection);
        } catch (SQLException | IOException e) {
            throw new BulkRecordingFailed(e);
        }
    }

    private Map<UUID, Set<String>> hashes(List<Understood> items) {
        Map<UUID, Set<String>> hashes = new HashMap<>();
        for (Object[] row : rows(session.createNativeQuery(
                        "select diagnosis, content_hash from diagnosis_revision where diagnosis = any(:ids)",
                        Object[].class)
                .setParameter(
                        "ids", items.stream().map(item -> item.id().value()).toArray(UUID[]::new)))) {
            hashes.computeIfAbsent((UUID) row[0], id -> new HashSet<>()).add((String) row[1]);
        }
        return hashes;
    }

    private Map<String, UUID> references(List<Understood> items, String network) {
        String[] wanted = items.stream()
                .map(item -> item.sheet().content().reference())
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        Map<String, UUID> found = new HashMap<>();
        if (wanted.length > 0) {
            for (Object[] row : rows(session.createNativeQuery(
                            "select institution, reference, id from diagnosis"
                                    + " where network = :network and institution = any(:institutions) and reference = any(:wanted)",
                            Object[].class)
                    .setParameter("network", network)
                    .setParameter("institutions", institutions(items))
                    .setParameter("wanted", wanted))) {
                found.put(row[0] + "\n" + row[1], (UUID) row[2]);
            }
        }
        return found;
    }

    private record Earlier(UUID id, String institution, LocalDate day) {
        boolean isNear(Understood item) {
            return !id.equals(item.id().value())
                    && institution.equals(item.institution())
                    && SheetNames.isSoonAgain(item.sheet().content().interviewedOn(), day);
        }
    }

    private Map<String, List<Earlier>> firms(List<Understood> items, String network) {
        Map<String, List<Earlier>> firms = new HashMap<>();
        for (Object[] row : rows(session.createNativeQuery(
                        "select firm_key, id, institution, interviewed_on from diagnosis"
                                + " where network = :network and firm_key = any(:keys) and institution = any(:institutions)"
                                + " and status = 'recorded'",
                        Object[].class)
                .setParameter("network", network)
                .setParameter("institutions", institutions(items))
                .setParameter(
                        "keys",
                        items.stream()
                                .map(item -> item.sheet().names().firmKey())
                                .toArray(String[]::new)))) {
            LocalDate day = row[3] instanceof LocalDate date ? date : ((java.sql.Date) row[3]).toLocalDate();
            firms.computeIfAbsent((String) row[0], key -> new ArrayList<>())
                    .add(new Earlier((UUID) row[1], (String) row[2], day));
        }
        return firms;
    }

    private static String[] institutions(List<Understood> items) {
        return items.stream().map(Understood::institution).distinct().toArray(String[]::new);
    }

    private static List<Object[]> rows(org.hibernate.query.NativeQuery<Object[]> query) {
        return query.getResultList();
    }
}

package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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
import org.hibernate.StatelessSession;

/** Records many sheets at once, by the same rules as one at a time, in few and large statements. */
@ApplicationScoped
public class BulkRecorder {
    private static final int DUPLICATE_MONTHS = 12;

    private final SheetReader reader;
    private final StatelessSession session;

    BulkRecorder(SheetReader reader, StatelessSession session) {
        this.reader = reader;
        this.session = session;
    }

    /**
     * One sheet of many.
     *
     * @param institution whose sheet it is
     * @param at moment it is recorded
     */
    public record Item(DiagnosisId id, String institution, NewDiagnosis sheet, Instant at) {}

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
    public record Looked(Item item, UnderstoodSheet sheet, Outcome outcome, boolean sameFirm) {
        public boolean hasOffBranchAnswers() {
            return sheet.hasOffBranchAnswers();
        }

        public Integer age() {
            return sheet.age();
        }

        /** Alike for sheets of the same firm. */
        public String firmKey() {
            return sheet.names().firmKey();
        }
    }

    /** Everything wrong with a sheet; empty when it may be recorded. */
    public List<Violation> check(NewDiagnosis sheet) {
        return reader.check(sheet);
    }

    /** Compares sheets that passed {@link #check} with what is there; writes nothing. */
    @Transactional
    public List<Looked> look(List<Item> items, Hand hand) {
        Map<UUID, Set<String>> written = hashes(items);
        Map<String, UUID> references = references(items, hand.network());
        List<UnderstoodSheet> sheets =
                items.stream().map(item -> reader.understand(item.sheet())).toList();
        Map<String, List<Earlier>> firms = firms(items, sheets, hand.network());
        List<Looked> looked = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            UnderstoodSheet sheet = sheets.get(i);
            Set<String> hashes = written.getOrDefault(item.id().value(), Set.of());
            UUID holder = item.sheet().reference() == null
                    ? null
                    : references.get(item.institution() + "\n" + item.sheet().reference());
            Outcome outcome = Outcome.NEW;
            if (!hashes.isEmpty()) {
                outcome = hashes.contains(sheet.contentHash()) ? Outcome.UNCHANGED : Outcome.DIFFERENT;
            } else if (holder != null) {
                outcome = Outcome.REFERENCE_TAKEN;
            }
            boolean sameFirm = firms.getOrDefault(sheet.names().firmKey(), List.of()).stream()
                    .anyMatch(earlier -> earlier.isNear(item));
            looked.add(new Looked(item, sheet, outcome, sameFirm));
        }
        return looked;
    }

    /** Records those of the sheets that are new. */
    @Transactional
    public void write(List<Looked> looked, Hand hand) {
        List<Object> heads = new ArrayList<>();
        List<Object> revisions = new ArrayList<>();
        List<Object> counted = new ArrayList<>();
        for (Looked one : looked) {
            if (one.outcome() != Outcome.NEW) {
                continue;
            }
            Entry entry = new Entry(
                    one.sheet(),
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
        session.setJdbcBatchSize(1000);
        session.insertMultiple(heads);
        session.insertMultiple(revisions);
        session.insertMultiple(counted);
    }

    private Map<UUID, Set<String>> hashes(List<Item> items) {
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

    private Map<String, UUID> references(List<Item> items, String network) {
        String[] wanted = items.stream()
                .map(item -> item.sheet().reference())
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
        boolean isNear(Item item) {
            LocalDate other = item.sheet().interviewedOn();
            return !id.equals(item.id().value())
                    && institution.equals(item.institution())
                    && day.isAfter(other.minusMonths(DUPLICATE_MONTHS))
                    && day.isBefore(other.plusMonths(DUPLICATE_MONTHS));
        }
    }

    private Map<String, List<Earlier>> firms(List<Item> items, List<UnderstoodSheet> sheets, String network) {
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
                        sheets.stream().map(sheet -> sheet.names().firmKey()).toArray(String[]::new)))) {
            LocalDate day = row[3] instanceof LocalDate date ? date : ((java.sql.Date) row[3]).toLocalDate();
            firms.computeIfAbsent((String) row[0], key -> new ArrayList<>())
                    .add(new Earlier((UUID) row[1], (String) row[2], day));
        }
        return firms;
    }

    private static String[] institutions(List<Item> items) {
        return items.stream().map(Item::institution).distinct().toArray(String[]::new);
    }

    private static List<Object[]> rows(org.hibernate.query.NativeQuery<Object[]> query) {
        return query.getResultList();
    }
}

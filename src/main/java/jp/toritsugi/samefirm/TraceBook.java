package jp.toritsugi.samefirm;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.toritsugi.enterprise.EnterpriseData;
import jp.toritsugi.enterprise.FirmTrace;
import jp.toritsugi.enterprise.FirmTraces;
import jp.toritsugi.enterprise.RepresentativeData;

/**
 * The traces that sheets leave, in the transaction that records them. Whether a firm was seen elsewhere is told of sheets
 * that are recorded, never of names: whoever wants to try names has to record a sheet for each, in their own name and for
 * ever.
 */
@ApplicationScoped
public class TraceBook {
    private static final String PUT = "select firm_trace_put(?, ?, ?, ?)";
    private static final String DROP = "select firm_trace_drop(?)";
    private static final String SEEN = "select firm_seen_elsewhere(?)";

    private final KeyedHash hash;
    private final AgroalDataSource database;

    TraceBook(KeyedHash hash, AgroalDataSource database) {
        this.hash = hash;
        this.database = database;
    }

    /** What a sheet leaves behind, ready to be written: a hash, a kind and a doubt each. */
    public record Traces(UUID sheet, long[] hashes, char[] kinds, int[] doubts) {}

    /**
     * Needs no database, so that an import has it done beforehand.
     *
     * @param person may be null
     */
    public Traces of(UUID sheet, String network, EnterpriseData firm, RepresentativeData person) {
        List<FirmTrace> found = FirmTraces.of(network, firm, person);
        Traces traces = new Traces(sheet, new long[found.size()], new char[found.size()], new int[found.size()]);
        for (int i = 0; i < found.size(); i++) {
            traces.hashes[i] = hash.of(found.get(i).text());
            traces.kinds[i] = found.get(i).kind().code();
            traces.doubts[i] = doubt(found.get(i).doubt());
        }
        return traces;
    }

    /** Of sheets recorded in this transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(Collection<Traces> sheets) {
        List<UUID> ids = new ArrayList<>();
        List<Long> traces = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<Integer> doubts = new ArrayList<>();
        for (Traces sheet : sheets) {
            for (int i = 0; i < sheet.hashes.length; i++) {
                ids.add(sheet.sheet);
                traces.add(sheet.hashes[i]);
                kinds.add(String.valueOf(sheet.kinds[i]));
                doubts.add(sheet.doubts[i]);
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            put.setArray(2, connection.createArrayOf("bigint", traces.toArray()));
            put.setArray(3, connection.createArrayOf("text", kinds.toArray()));
            put.setArray(4, connection.createArrayOf("smallint", doubts.toArray()));
            put.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the traces of sheets could not be written", e);
        }
    }

    /** Of a sheet corrected in this transaction: the old ones go. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void rewrite(Traces sheet) {
        forget(sheet.sheet);
        write(List.of(sheet));
    }

    /** Of a sheet that is withdrawn: it was never there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID sheet) {
        try (Connection connection = database.getConnection();
                PreparedStatement drop = connection.prepareStatement(DROP)) {
            drop.setObject(1, sheet);
            drop.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the traces of a sheet could not be taken back", e);
        }
    }

    /** Which of these sheets within the viewer's reach are of firms that another institution may have diagnosed within twelve months. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> seenElsewhere(Collection<UUID> sheets) {
        Set<UUID> seen = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(SEEN)) {
            question.setArray(1, connection.createArrayOf("uuid", sheets.toArray()));
            try (ResultSet answer = question.executeQuery()) {
                while (answer.next()) {
                    seen.add(answer.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("whether firms were seen elsewhere could not be asked", e);
        }
        return seen;
    }

    private int doubt(String letters) {
        return letters.isEmpty()
                ? 0
                : hash.ofLetter(letters.codePointAt(0)) << 7 | hash.ofLetter(letters.codePointBefore(letters.length()));
    }
}

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
 * The traces that sheets leave, in the transaction that records them. Whether a firm was seen elsewhere is told once of a
 * sheet as it is recorded, never of names: whoever wants to try names has to record a sheet for each, in their own name and
 * for ever, and is told of a few a day.
 */
@ApplicationScoped
public class TraceBook {
    private static final String RECORD = "select firm_record(?, ?, ?, ?, ?)";
    private static final String DROP = "select firm_trace_drop(?)";
    private static final String TOLD = "select firm_was_told(?)";

    private final KeyedHash hash;
    private final AgroalDataSource database;
    private final DuplicateSettings settings;

    TraceBook(KeyedHash hash, AgroalDataSource database, DuplicateSettings settings) {
        this.hash = hash;
        this.database = database;
        this.settings = settings;
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

    /** Of sheets recorded in this transaction, of which nothing is told. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(Collection<Traces> sheets) {
        write(sheets, 0);
    }

    /**
     * As {@link #write}.
     *
     * @return which of the sheets, all of the viewer's institution, are of firms that another one may have diagnosed lately;
     *     as many as the viewer may still be told of today
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> writeAndAsk(Collection<Traces> sheets) {
        return write(sheets, settings.toldADay());
    }

    private Set<UUID> write(Collection<Traces> sheets, int most) {
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
            return Set.of();
        }
        try (Connection connection = database.getConnection();
                PreparedStatement record = connection.prepareStatement(RECORD)) {
            record.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            record.setArray(2, connection.createArrayOf("bigint", traces.toArray()));
            record.setArray(3, connection.createArrayOf("text", kinds.toArray()));
            record.setArray(4, connection.createArrayOf("smallint", doubts.toArray()));
            record.setInt(5, most);
            return answered(record);
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

    /** Of which of these sheets within the viewer's reach it was said, as they were recorded, that the firm was seen elsewhere. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<UUID> wasTold(Collection<UUID> sheets) {
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(TOLD)) {
            question.setArray(1, connection.createArrayOf("uuid", sheets.toArray()));
            return answered(question);
        } catch (SQLException e) {
            throw new IllegalStateException("what was told of sheets could not be read", e);
        }
    }

    private static Set<UUID> answered(PreparedStatement question) throws SQLException {
        Set<UUID> sheets = new HashSet<>();
        try (ResultSet answer = question.executeQuery()) {
            while (answer.next()) {
                sheets.add(answer.getObject(1, UUID.class));
            }
        }
        return sheets;
    }

    private int doubt(String letters) {
        return letters.isEmpty()
                ? 0
                : hash.ofLetter(letters.codePointAt(0)) << 7 | hash.ofLetter(letters.codePointBefore(letters.length()));
    }
}

package jp.toritsugi.intake;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.toritsugi.diagnosis.BulkRecorder;
import jp.toritsugi.diagnosis.BulkRecorder.Looked;
import jp.toritsugi.diagnosis.BulkRecorder.Understood;
import org.hibernate.StatelessSession;

/**
 * Writes lines down so that two imports of a network never meet: each waits for the other, batch by batch or, where all
 * or nothing is to be written, file by file. What is looked at therefore stays true until it is written.
 */
@ApplicationScoped
class LineRecorder {
    private static final int LONGEST_WAIT_SECONDS = 6 * 3600;

    private final BulkRecorder recorder;
    private final StatelessSession session;

    LineRecorder(BulkRecorder recorder, StatelessSession session) {
        this.recorder = recorder;
        this.session = session;
    }

    /** In a transaction of its own, in which another import may be waited for, that is, for minutes. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TransactionConfiguration(timeout = LONGEST_WAIT_SECONDS)
    List<Looked> recordBatch(List<Understood> lines, BulkRecorder.Hand hand) {
        return recorder.writeAndTell(waitAndCompare(lines, hand), hand);
    }

    /**
     * As part of a transaction over the whole file. Nothing is told of firms seen elsewhere: were the file taken back by
     * its last line, names would have been tried without a sheet or an entry in the trail to show for it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Looked> recordWithin(List<Understood> lines, BulkRecorder.Hand hand) {
        List<Looked> looked = waitAndCompare(lines, hand);
        recorder.write(looked, hand);
        return looked;
    }

    /** That a whole file was taken back because of such a line; the trail keeps it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void tellTaken(Looked line) {
        recorder.tellTaken(List.of(line));
    }

    private List<Looked> waitAndCompare(List<Understood> lines, BulkRecorder.Hand hand) {
        session.createNativeQuery("select pg_advisory_xact_lock(hashtext('intake'), hashtext(:network))", Object.class)
                .setParameter("network", hand.network())
                .getResultList();
        return recorder.compareToRecord(lines, hand);
    }

    /** Done aside, while another batch is being written. */
    void makeReady(Understood line, BulkRecorder.Hand hand) {
        recorder.makeReady(line, hand);
    }

    List<Looked> look(List<Understood> lines, BulkRecorder.Hand hand) {
        return recorder.compare(lines, hand);
    }
}

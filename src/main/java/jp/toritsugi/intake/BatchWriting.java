package jp.toritsugi.intake;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.List;
import jp.toritsugi.diagnosis.BulkRecorder.Hand;
import jp.toritsugi.diagnosis.BulkRecorder.Looked;
import jp.toritsugi.diagnosis.BulkRecorder.Outcome;
import jp.toritsugi.diagnosis.BulkRecorder.Understood;
import jp.toritsugi.diagnosis.BulkRecordingFailed;

/** What is done with the good lines of a batch: only looked at, written batch by batch, or all in one transaction. */
abstract class BatchWriting {
    /** Compares the lines with what is recorded and, where that is the order, records the new ones. */
    abstract List<Looked> take(List<Understood> lines, Hand hand);

    /** Done aside, before the line's batch has its turn. */
    void makeReady(Understood line, Hand hand) {}

    /** Told, more than once, that the file has bad lines. */
    void badLineFound() {}

    /** Whether a line that is taken out of sight may be told of as soon as it is met: what is written then stays. */
    boolean tellsTakenAtOnce() {
        return true;
    }

    /** The file failed by this line alone, which is told now. */
    void tellTaken(Looked line) {}

    /** The file has been read to its end. */
    void end() {}

    /** Reading broke off. */
    void breakOff() {}

    /** How many lines stand written so far. */
    int recorded() {
        return 0;
    }

    /** Nothing is written. */
    static final class Looking extends BatchWriting {
        private final LineRecorder recorder;

        Looking(LineRecorder recorder) {
            this.recorder = recorder;
        }

        @Override
        List<Looked> take(List<Understood> lines, Hand hand) {
            return recorder.look(lines, hand);
        }
    }

    /** Every batch for itself: stopped half way and begun again, nothing is lost and nothing doubled. */
    static class GoodLines extends BatchWriting {
        private final LineRecorder recorder;
        protected int recorded;

        GoodLines(LineRecorder recorder) {
            this.recorder = recorder;
        }

        @Override
        List<Looked> take(List<Understood> lines, Hand hand) {
            List<Looked> looked = record(lines, hand);
            recorded += (int)
                    looked.stream().filter(one -> one.outcome() == Outcome.NEW).count();
            return looked;
        }

        @Override
        void makeReady(Understood line, Hand hand) {
            recorder.makeReady(line, hand);
        }

        /** Somebody may record one of the sheets by itself at this very moment: looking again tells. */
        List<Looked> record(List<Understood> lines, Hand hand) {
            try {
                return recorder.recordBatch(lines, hand);
            } catch (BulkRecordingFailed e) {
                if (e.isCollision()) {
                    return recorder.recordBatch(lines, hand);
                }
                throw e;
            }
        }

        @Override
        int recorded() {
            return recorded;
        }
    }

    /** One transaction over the whole file; the first bad line takes everything back, and the rest is only looked at. */
    static final class AllOrNothing extends GoodLines {
        /** Hours enough for the largest file; the usual minute would not do. */
        private static final Duration LONGEST = Duration.ofHours(6);

        private final LineRecorder recorder;
        private final UserTransaction transaction;
        private volatile boolean open;

        AllOrNothing(LineRecorder recorder, UserTransaction transaction) {
            super(recorder);
            this.recorder = recorder;
            this.transaction = transaction;
            try {
                transaction.setTransactionTimeout((int) LONGEST.toSeconds());
                transaction.begin();
                open = true;
                transaction.setTransactionTimeout(0);
            } catch (NotSupportedException | SystemException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        List<Looked> take(List<Understood> lines, Hand hand) {
            return open ? super.take(lines, hand) : recorder.look(lines, hand);
        }

        @Override
        List<Looked> record(List<Understood> lines, Hand hand) {
            try {
                return recorder.recordWithin(lines, hand);
            } catch (BulkRecordingFailed e) {
                throw e.isCollision() ? new ImportCollided() : e;
            }
        }

        @Override
        void makeReady(Understood line, Hand hand) {
            if (open) {
                super.makeReady(line, hand);
            }
        }

        @Override
        boolean tellsTakenAtOnce() {
            return false;
        }

        @Override
        void tellTaken(Looked line) {
            recorder.tellTaken(line);
        }

        @Override
        void badLineFound() {
            breakOff();
        }

        @Override
        void end() {
            if (open) {
                open = false;
                try {
                    transaction.commit();
                } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        void breakOff() {
            if (open) {
                open = false;
                recorded = 0;
                try {
                    transaction.rollback();
                } catch (SystemException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}

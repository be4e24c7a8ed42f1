package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.problem.BrokenConstraint;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.sheet.NewDiagnosis;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The same sheet arriving twice at the same moment: one of the two finds the id taken only when it writes. It looks
 * again, in a new transaction, and gets the other's receipt.
 */
@ApplicationScoped
class RepeatedRecording {
    private final InterviewRecorder recorder;

    RepeatedRecording(InterviewRecorder recorder) {
        this.recorder = recorder;
    }

    InterviewRecorder.Recorded record(DiagnosisId id, NewDiagnosis sheet, Viewer viewer) {
        try {
            return recorder.record(id, sheet, viewer);
        } catch (ConstraintViolationException e) {
            if ("diagnosis_reference_once".equals(e.getConstraintName())) {
                throw refused(e);
            }
            if ("diagnosis_stays_destroyed".equals(e.getConstraintName())) {
                throw new DiagnosisDestroyed();
            }
            return again(id, sheet, viewer);
        }
    }

    /** @throws jp.toritsugi.problem.AlreadyTaken when another sheet of the institution bears its number */
    InterviewRecorder.Recorded correct(DiagnosisId id, NewDiagnosis sheet, int base, Viewer viewer) {
        try {
            return recorder.correct(id, sheet, base, viewer);
        } catch (ConstraintViolationException e) {
            throw refused(e);
        }
    }

    private static RuntimeException refused(ConstraintViolationException e) {
        return BrokenConstraint.of(e).map(RuntimeException.class::cast).orElse(e);
    }

    private InterviewRecorder.Recorded again(DiagnosisId id, NewDiagnosis sheet, Viewer viewer) {
        try {
            return recorder.record(id, sheet, viewer);
        } catch (ConstraintViolationException e) {
            // The id is on a sheet that the database does not let this viewer see.
            throw new NotFound("この診断票");
        }
    }
}

package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.sheet.NewDiagnosis;

/** Whose sheet it is: the recorder's own institution, or the one the secretariat names when it keys in for somebody. */
@ApplicationScoped
class RecordingInstitution {
    private final Register register;

    RecordingInstitution(Register register) {
        this.register = register;
    }

    String of(NewDiagnosis sheet, Viewer viewer) {
        String named = sheet.institution();
        if (named == null || named.equals(viewer.institution())) {
            return viewer.institution();
        }
        if (!viewer.role().equals(Roles.COORDINATOR)) {
            throw new InvalidInput("institution", "ご自分の機関以外の診断は記録できません。この項目を省いてください。");
        }
        return Optional.of(named)
                .filter(code -> register.institution(viewer.network(), code).isPresent())
                .orElseThrow(() -> new InvalidInput("institution", "この支援機関はネットワークにありません。"));
    }
}

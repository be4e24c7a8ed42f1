package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.organisation.Institution;
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

    /** @throws InvalidInput when the recorder is confined to one branch and the sheet names another */
    void refuseOtherBranch(NewDiagnosis sheet, Viewer viewer) {
        if (viewer.branch() != null && sheet.branch() != null && !sheet.branch().equals(viewer.branch())) {
            throw new InvalidInput("branch", "ご自分の支店（" + viewer.branch() + "）以外の診断は記録できません。");
        }
    }

    /** @throws InvalidInput for an institution or a branch that is not the recorder's */
    String of(NewDiagnosis sheet, Viewer viewer) {
        refuseOtherBranch(sheet, viewer);
        String named = sheet.institution();
        if (named == null || named.equals(viewer.institution())) {
            return viewer.institution();
        }
        if (!viewer.role().equals(Roles.COORDINATOR)) {
            throw new InvalidInput("institution", "ご自分の機関以外の診断は記録できません。この項目を省いてください。");
        }
        Institution institution = register.institution(viewer.network(), named)
                .orElseThrow(() -> new InvalidInput("institution", "この支援機関はネットワークにありません。"));
        if (!institution.existsOn(sheet.interviewedOn())) {
            throw new InvalidInput("institution", "診断日には、" + institution.name() + "は名簿にありません。統合先などの機関を確かめてください。");
        }
        return institution.code();
    }
}

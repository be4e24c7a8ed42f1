package jp.toritsugi.roster;

import java.util.List;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;

/**
 * Whose lines somebody may keep: the admin all of the network, a manager the officers and managers of the own
 * institution, nobody their own. The database holds the same (V20261125_51).
 */
record Remit(Viewer viewer) {
    private static final List<String> ALL = List.of(
            Roles.OFFICER,
            Roles.MANAGER,
            Roles.COORDINATOR,
            Roles.CONSULTANT,
            Roles.ANALYST,
            Roles.AUDITOR,
            Roles.ADMIN);

    static List<String> allRoles() {
        return ALL;
    }

    boolean coversNetwork() {
        return viewer.role().equals(Roles.ADMIN);
    }

    boolean reads(String institution) {
        return coversNetwork()
                || viewer.role().equals(Roles.MANAGER) && viewer.institution().equals(institution);
    }

    /** Roles this person may give. */
    List<String> roles() {
        return coversNetwork() ? ALL : List.of(Roles.OFFICER, Roles.MANAGER);
    }

    boolean covers(String institution, String role, String userName) {
        return reads(institution)
                && roles().contains(role)
                && !viewer.userName().equals(userName);
    }

    /** @throws BeyondRemit naming the field that goes beyond it */
    void require(String institution, String role, String userName) {
        if (viewer.userName().equals(userName)) {
            throw new BeyondRemit("userName", "ご自分の所属や役割は変えられません。ほかのシステム管理者に依頼してください。");
        }
        if (!reads(institution)) {
            throw new BeyondRemit("institution", "ご自分の機関以外の担当者は登録できません。システム管理に依頼してください。");
        }
        if (!roles().contains(role)) {
            throw new BeyondRemit("role", "この役割は与えられません。登録できるのは診断担当者と機関管理者です。");
        }
    }
}

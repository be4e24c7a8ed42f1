package jp.toritsugi.frame;

import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.access.Roles;

/** Where each role may go: at most five entries, the most used first. */
enum Navigation {
    HOME("/", "ホーム"),
    DIAGNOSES("/diagnoses", "診断票", Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR),
    IMPORTS("/imports", "取込", Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR),
    REPORTS("/reports", "集計", Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.ANALYST),
    QUEUE("/queue", "取次", Roles.COORDINATOR),
    RECEIVED("/received", "届いた案件", Roles.CONSULTANT),
    TRAIL("/trail", "証跡", Roles.AUDITOR),
    ACCESS("/access", "権限表", Roles.AUDITOR),
    ROSTER("/roster", "名簿", Roles.MANAGER, Roles.ADMIN),
    SETTINGS("/settings/retention", "設定", Roles.ADMIN),
    QUESTIONNAIRES(
            "/questionnaires", "調査票", Roles.OFFICER, Roles.CONSULTANT, Roles.ANALYST, Roles.AUDITOR, Roles.ADMIN);

    private final String address;
    private final String label;
    private final List<String> roles;

    Navigation(String address, String label, String... roles) {
        this.address = address;
        this.label = label;
        this.roles = List.of(roles);
    }

    static List<NavigationEntry> of(String role, String path) {
        List<NavigationEntry> entries = new ArrayList<>();
        for (Navigation entry : values()) {
            if (entry.roles.isEmpty() || entry.roles.contains(role)) {
                entries.add(new NavigationEntry(entry.address, entry.label, entry.holds(path)));
            }
        }
        return entries;
    }

    private boolean holds(String path) {
        return path.equals(address)
                || this != HOME && path.startsWith(address + "/")
                || this == RECEIVED && path.startsWith("/referrals/");
    }
}

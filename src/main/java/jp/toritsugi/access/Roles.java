package jp.toritsugi.access;

import java.util.Map;

/** The roles of the contract, for {@code @RolesAllowed}. */
public final class Roles {
    /** 診断担当者: sheets of the own institution. */
    public static final String OFFICER = "officer";

    /** 機関管理者: sheets of the own institution. */
    public static final String MANAGER = "manager";

    /** 事務局: the network's sheets. */
    public static final String COORDINATOR = "coordinator";

    /** 取次先: cases handed over. */
    public static final String CONSULTANT = "consultant";

    /** 県: figures only. */
    public static final String ANALYST = "analyst";

    /** 監査: the trail, no case contents. */
    public static final String AUDITOR = "auditor";

    /** システム管理: settings and people, no case contents. */
    public static final String ADMIN = "admin";

    private static final Map<String, String> LABELS = Map.of(
            OFFICER, "診断担当者",
            MANAGER, "機関管理者",
            COORDINATOR, "事務局",
            CONSULTANT, "取次先",
            ANALYST, "県",
            AUDITOR, "監査",
            ADMIN, "システム管理");

    private Roles() {}

    /** 診断担当者 and the like. */
    public static String label(String role) {
        return LABELS.getOrDefault(role, role);
    }
}

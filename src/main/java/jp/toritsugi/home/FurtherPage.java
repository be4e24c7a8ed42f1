package jp.toritsugi.home;

import static jp.toritsugi.access.Roles.ADMIN;
import static jp.toritsugi.access.Roles.ANALYST;
import static jp.toritsugi.access.Roles.AUDITOR;
import static jp.toritsugi.access.Roles.CONSULTANT;
import static jp.toritsugi.access.Roles.COORDINATOR;
import static jp.toritsugi.access.Roles.MANAGER;
import static jp.toritsugi.access.Roles.OFFICER;

import java.util.Arrays;
import java.util.List;

/** Pages for which the navigation has no room, or whose name alone does not say what they are for. */
enum FurtherPage {
    REPORT(
            "/reports/succession-diagnosis",
            "事業承継診断の集計",
            "Q1からQ11までの流れと集計表。期間・方式・時点を選び、Excel・CSVで取り出せます。",
            OFFICER,
            MANAGER,
            COORDINATOR,
            ANALYST),
    PUBLISHED(
            "/reports/succession-diagnosis/published",
            "公表照合",
            "公表された13の表を、保管している診断票から作り直し、一致するかを確かめます。",
            COORDINATOR,
            ANALYST),
    FOLLOW_UPS("/follow-ups", "再確認", "取次不要とした事業者に、次に会う時期です。", OFFICER, MANAGER, COORDINATOR),
    DESKS("/desks", "取次先の窓口", "案件を受ける窓口の、地域・曜日・連絡先を見ます。", OFFICER, MANAGER, COORDINATOR, CONSULTANT),
    DUPLICATES("/duplicates", "同じ事業者の可能性", "別々の機関で診断された、同じ事業者らしい診断票を確かめます。", COORDINATOR),
    PROVISIONS("/provisions", "第三者提供記録", "本人の同意によりほかの機関へ渡した記録を見て、取り出します。", OFFICER, MANAGER, COORDINATOR),
    TRAIL("/trail", "証跡", "自分の機関の診断票を、だれがいつ見たかを調べます。", MANAGER),
    OPENINGS("/break-glasses", "緊急閲覧", "同意のない診断票を事務局が開いた記録を、月ごとに見ます。", OFFICER, MANAGER, COORDINATOR, AUDITOR),
    RETENTION("/settings/retention", "保存期間", "記録の種類ごとに、どれだけ保存するかを見ます。", COORDINATOR, AUDITOR, ADMIN),
    DESTRUCTIONS("/destructions", "廃棄の予定と記録", "保存期間を過ぎたものを二人の手で廃棄し、証明を取り出します。", AUDITOR, ADMIN),
    HOLDS("/holds", "廃棄の保留", "保存期間を過ぎても残すものを確かめます。", COORDINATOR, AUDITOR),
    ROUTING("/routing", "取次の決まり", "どの診断票がどの相談先に取り次がれるかを、表で読みます。", OFFICER, MANAGER, COORDINATOR),
    ACCESS("/access", "権限表", "どの役割が、どの画面を、だれのものに使えるかを見ます。", AUDITOR, ADMIN),
    QUESTIONNAIRES("/questionnaires", "調査票", "設問・流れ図・紙の診断票を見ます。");

    private final String address;
    private final String label;
    private final String hint;
    private final List<String> roles;

    FurtherPage(String address, String label, String hint, String... roles) {
        this.address = address;
        this.label = label;
        this.hint = hint;
        this.roles = List.of(roles);
    }

    public String address() {
        return address;
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }

    static List<FurtherPage> of(String role) {
        return Arrays.stream(values())
                .filter(page -> page.roles.isEmpty() || page.roles.contains(role))
                .toList();
    }
}

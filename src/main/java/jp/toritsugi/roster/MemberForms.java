package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.Wareki;
import jp.toritsugi.problem.InvalidInput;

/** The forms about people: their fields, what was typed into them, what is asked before somebody loses reach. */
@ApplicationScoped
class MemberForms {
    private static final String DATES = "例: 令和8年4月1日、R8.4.1、2026-04-01。空欄なら今日";

    private final FormChoices choices;
    private final Branches branches;

    MemberForms(FormChoices choices, Branches branches) {
        this.choices = choices;
        this.branches = branches;
    }

    FormPage add(Typed typed, Viewer viewer) {
        List<FormField> fields = new ArrayList<>();
        fields.add(FormField.text("userName", "利用者名", "ログインサーバー（Keycloak）に登録した名前。ここではアカウントは作りません", true, typed));
        fields.add(FormField.text("displayName", "氏名", "画面に出る名前", true, typed));
        fields.addAll(place(typed, viewer));
        fields.add(FormField.text("validFrom", "開始日", DATES, false, typed));
        fields.add(FormField.text("validTo", "終了日", "最後の日。決まっていなければ空欄", false, typed));
        return new FormPage(
                "担当者を登録する",
                "名簿に登録した人だけが、登録した機関と役割の範囲を見られます。",
                "/roster/members",
                fields,
                FormField.faults(List.of(fields)),
                "登録する",
                "/roster");
    }

    NewMember newMember(Typed typed) {
        NewMember member = new NewMember(
                typed.text("userName"),
                typed.text("displayName"),
                typed.text("institution"),
                typed.text("branch"),
                typed.text("role"),
                typed.day("validFrom"),
                typed.day("validTo"));
        refuseFaults(typed);
        return member;
    }

    List<FormField> moveFields(MemberView member, Typed typed, Viewer viewer) {
        Typed begun = typed.values().containsKey("from")
                ? typed
                : Typed.nothing()
                        .with("institution", member.institution())
                        .with("branch", member.branch())
                        .with("role", member.role());
        List<FormField> fields = new ArrayList<>(place(begun, viewer));
        fields.add(FormField.text("from", "異動の日", "新しい所属の最初の日。" + DATES, false, begun));
        return fields;
    }

    Move move(Typed typed) {
        Move move = new Move(typed.text("institution"), typed.text("branch"), typed.text("role"), typed.day("from"));
        refuseFaults(typed);
        return move;
    }

    List<FormField> endFields(Typed typed) {
        return List.of(FormField.text("on", "最後の日", DATES + "。翌日から、何も見えなくなります", false, typed));
    }

    /** The last day as typed; today where nothing is. */
    LocalDate lastDay(Typed typed) {
        LocalDate on = typed.day("on");
        refuseFaults(typed);
        return on == null ? choices.todayAsDay() : on;
    }

    List<FormField> nameFields(MemberView member, Typed typed) {
        Typed begun = typed.values().containsKey("displayName")
                ? typed
                : Typed.nothing().with("displayName", member.displayName());
        return List.of(FormField.text("displayName", "氏名", null, true, begun));
    }

    List<FormField> mailFields(MemberView member, Typed typed) {
        Typed begun =
                typed.values().containsKey("email") ? typed : Typed.nothing().with("email", member.email());
        return List.of(FormField.text("email", "メールアドレス", "お知らせがあることだけを知らせます。内容や名前は書きません。空にすると送りません。", false, begun));
    }

    Confirmation confirmMove(MemberView member, Move move, Typed typed, Viewer viewer) {
        String institution = move.institution() == null ? member.institution() : move.institution();
        String place = choices.allInstitutions(viewer).getOrDefault(institution, institution)
                + (move.branch() == null ? "" : "（" + move.branch() + "）");
        String role = Roles.label(move.role() == null ? member.role() : move.role());
        List<String> sentences = new ArrayList<>();
        sentences.add(Wareki.date(move.from()) + "から、" + member.displayName() + "さんは" + place + "の" + role + "になります。");
        sentences.add("その日から、" + member.institutionName() + "の" + member.roleLabel() + "として見えていたものは見えなくなります。"
                + (move.from().isAfter(choices.todayAsDay()) ? "" : "いま開いている画面も、次の操作から開けません。"));
        return new Confirmation(
                "異動を確かめる",
                sentences,
                "/roster/members/" + member.id() + "/move",
                typed.with("from", move.from()).values(),
                "異動する",
                "/roster/members/" + member.id());
    }

    Confirmation confirmEnd(MemberView member, LocalDate on, Typed typed) {
        return new Confirmation(
                "終了を確かめる",
                List.of(
                        member.displayName() + "さんの" + member.institutionName() + "での登録（" + member.roleLabel() + "）は、"
                                + Wareki.date(on) + "で終わります。",
                        "翌日から、この登録で見えていたものは見えなくなります。記録した診断票は、機関のものとして残ります。"),
                "/roster/members/" + member.id() + "/end",
                typed.with("on", on).values(),
                "終了する",
                "/roster/members/" + member.id());
    }

    private List<FormField> place(Typed typed, Viewer viewer) {
        Map<String, String> open = choices.openInstitutions(viewer);
        List<FormField> fields = new ArrayList<>();
        if (open.size() == 1) {
            typed.with("institution", open.keySet().iterator().next());
        }
        fields.add(FormField.select("institution", "機関", null, true, typed, open));
        fields.add(branch(typed, viewer));
        fields.add(FormField.select("role", "役割", null, true, typed, choices.roles(new Remit(viewer))));
        return fields;
    }

    /** A choice for a manager, whose institution is known; a code for the admin. */
    private FormField branch(Typed typed, Viewer viewer) {
        if (new Remit(viewer).coversNetwork()) {
            return FormField.text("branch", "支店コード", "支店を分けている機関だけ", false, typed);
        }
        Map<String, String> own = new LinkedHashMap<>();
        branches.of(viewer.network(), viewer.institution()).stream()
                .filter(branch -> branch.existsOn(choices.todayAsDay()))
                .forEach(branch -> own.put(branch.code(), branch.name()));
        return FormField.select("branch", "支店", own.isEmpty() ? "支店は登録されていません" : null, false, typed, own);
    }

    private static void refuseFaults(Typed typed) {
        if (typed.hasFaults()) {
            throw new InvalidInput(List.of());
        }
    }
}

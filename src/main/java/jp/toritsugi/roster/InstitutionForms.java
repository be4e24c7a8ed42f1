package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.Wareki;
import jp.toritsugi.organisation.InstitutionFacts;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.query.EntityVersion;

/** The forms about institutions: their fields, what was typed into them, what is asked before reach is lost. */
@ApplicationScoped
class InstitutionForms {
    private static final String DATES = "例: 令和8年4月1日、R8.4.1、2026-04-01";
    private static final String OF_BRANCH = "branch.";

    private final FormChoices choices;
    private final Register register;

    InstitutionForms(FormChoices choices, Register register) {
        this.choices = choices;
        this.register = register;
    }

    FormPage add(Typed typed, Viewer viewer) {
        List<FormField> fields = new ArrayList<>();
        fields.add(FormField.text("code", "機関コード", "半角の英小文字・数字・ハイフン（例: minato-cci）。あとから変えられません", true, typed));
        fields.addAll(fields(typed, viewer, null));
        return new FormPage(
                "機関を登録する",
                "診断を行う機関、取次を受ける機関を登録します。",
                "/roster/institutions",
                fields,
                FormField.faults(List.of(fields)),
                "登録する",
                "/roster/institutions");
    }

    /** A form for a new one must not write over another. */
    void refuseKnown(String code, Viewer viewer) {
        if (code != null && register.institution(viewer.network(), code).isPresent()) {
            throw new InvalidInput("code", "この機関コードは使われています。");
        }
    }

    List<FormField> facts(InstitutionView one, Typed typed, Viewer viewer) {
        Typed begun = typed.values().containsKey("type")
                ? typed
                : Typed.nothing()
                        .with("name", one.name())
                        .with("type", one.type())
                        .with("validFrom", one.validFrom().equals(Branches.BEGINNING) ? null : one.validFrom())
                        .with("validTo", one.validTo())
                        .with("successor", one.successor())
                        .with("confinesBranches", one.confinesBranches());
        return fields(begun, viewer, one.code());
    }

    private List<FormField> fields(Typed typed, Viewer viewer, String own) {
        Map<String, String> successors = new LinkedHashMap<>(choices.openInstitutions(viewer));
        successors.remove(own);
        Map<String, String> yesNo = new LinkedHashMap<>();
        yesNo.put("false", "機関全体の診断票を見る");
        yesNo.put("true", "自分の支店の診断票だけを見る");
        return List.of(
                FormField.text("name", "名称", null, true, typed),
                FormField.select("type", "種別", null, true, typed, choices.types()),
                FormField.text("validFrom", "開始日", "空欄なら、はじめから", false, typed),
                FormField.text("validTo", "終了日", "最後の日（統合なら統合日の前日）。" + DATES, false, typed),
                FormField.select("successor", "統合先", "終了日の翌日から、診断票を引き継いで見る機関", false, typed, successors),
                FormField.select("confinesBranches", "診断担当者が見る範囲", null, false, typed, yesNo));
    }

    /** @throws InvalidInput without violations where a day cannot be read: the fields say so themselves */
    NewInstitution institution(Typed typed) {
        NewInstitution sent = new NewInstitution(
                typed.text("name"),
                typed.text("type"),
                typed.day("validFrom"),
                typed.day("validTo"),
                typed.text("successor"),
                "true".equals(typed.text("confinesBranches")));
        if (typed.hasFaults()) {
            throw new InvalidInput(List.of());
        }
        return sent;
    }

    boolean hasEnded(InstitutionView one) {
        return choices.hasEnded(one);
    }

    /** Which version the form showed. */
    Integer version(Typed typed) {
        String version = typed.text("version");
        return EntityVersion.of(version == null || version.isBlank() ? null : version);
    }

    boolean takesReach(InstitutionView before, InstitutionFacts after) {
        return after.validTo() != null && !after.validTo().equals(before.validTo())
                || after.confinesBranches() && !before.confinesBranches();
    }

    Confirmation confirm(InstitutionView before, InstitutionFacts after, long people, Typed typed) {
        List<String> sentences = new ArrayList<>();
        if (after.validTo() != null && !after.validTo().equals(before.validTo())) {
            sentences.add(before.name() + "は" + Wareki.date(after.validTo()) + "で終わります。翌日から、所属する" + people
                    + "人は何も見えなくなります。働き続ける人は、新しい機関へ異動させてください。");
            sentences.add(
                    after.successor() == null
                            ? "統合先がないため、この機関の診断票はどの機関からも見えなくなります（同意のあるものは事務局から見えます）。"
                            : "統合先の人が、その日からこの機関の診断票を引き継いで見ます。過去の集計は、今の機関の名前のまま残ります。");
        }
        if (after.confinesBranches() && !before.confinesBranches()) {
            sentences.add("支店に所属する診断担当者は、自分の支店の診断票しか見えなくなります。");
        }
        return new Confirmation(
                "機関の変更を確かめる",
                sentences,
                "/roster/institutions/" + before.code(),
                typed.values(),
                "この内容で変更する",
                "/roster/institutions/" + before.code());
    }

    List<FormField> branchFields(Typed typed) {
        return List.of(
                FormField.text(OF_BRANCH + "code", "支店コード", "半角の英数字とハイフン。登録済みのコードなら内容を改めます", true, typed),
                FormField.text(OF_BRANCH + "name", "支店の名称", null, true, typed),
                FormField.text(OF_BRANCH + "validFrom", "開始日", "空欄なら、はじめから", false, typed),
                FormField.text(OF_BRANCH + "validTo", "終了日", "最後の日。決まっていなければ空欄", false, typed));
    }

    BranchView branch(Typed typed) {
        BranchView branch = new BranchView(
                typed.text(OF_BRANCH + "code"),
                typed.text(OF_BRANCH + "name"),
                typed.day(OF_BRANCH + "validFrom"),
                typed.day(OF_BRANCH + "validTo"));
        if (typed.hasFaults()) {
            throw new InvalidInput(List.of());
        }
        return branch;
    }

    /** The page has two forms with a name and days each: the branch's faults go to the branch's fields. */
    Typed ofBranch(Typed typed, InvalidInput refusal) {
        return typed.blame(new InvalidInput(refusal.violations().stream()
                .map(one -> new Violation(OF_BRANCH + one.field(), one.message()))
                .toList()));
    }
}

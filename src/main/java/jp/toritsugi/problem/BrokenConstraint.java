package jp.toritsugi.problem;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The database's last wall said no: which constraint, and what that means to the person. What features check beforehand
 * comes here only when two people were at it at the same moment; a constraint that is not named here is a fault of ours.
 * Nothing of the row is repeated, for the database quotes it.
 */
public final class BrokenConstraint {
    /** integrity_constraint_violation: not null, foreign key, unique, check, exclusion. */
    private static final String INTEGRITY = "23";

    /** Name of the constraint or unique index, kind of refusal, field, sentence. */
    private static final String LIST =
            """
            diagnosis_reference_once      | reference-taken | reference | この管理番号は、同じ機関の別の診断票に使われています。
            diagnosis_pk                  | already-taken | id | この番号は、別の診断票に使われています。
            diagnosis_revision_pk         | stale
            diagnosis_sheet_pk            | stale
            diagnosis_age_is_human        | invalid | representative.age | 年齢は15歳から120歳までで入力してください。
            diagnosis_municipality_has_six_digits | invalid | enterprise.municipality | 市町村は団体コード6桁で入力してください。
            diagnosis_revision_change_has_reason  | invalid | reason | 理由を入力してください。
            diagnosis_institution_known   | invalid | institution | この機関は名簿にありません。
            referral_one_open_a_desk      | already-referred | desks | この窓口には、もう取次しています。
            referral_desk_known           | invalid | desks | この窓口はありません。選び直してください。
            referral_to_known             | invalid | desks | この窓口の機関は名簿にありません。選び直してください。
            referral_completed_has_outcome        | invalid | outcome | 結果を一覧から選んでください。
            referral_without_success_has_reason   | invalid | reason | 理由を一覧から選んでください。
            provision_pk                  | already-taken | id | この番号は、別の提供の記録に使われています。
            provision_leaves_the_house    | invalid | to | 診断した機関自身には提供できません。
            provision_to_known            | invalid | to | この機関はネットワークにありません。
            candidate_pk                  | stale
            candidate_has_name            | invalid | name | 氏名を入力してください。
            consent_signature_pk          | stale
            desk_pk                       | already-taken | id | この番号は、別の窓口に使われています。
            desk_has_name                 | invalid | name | 名前を入力してください。
            desk_capacity_is_sane         | invalid | capacity | 件数は0から1000までで入力してください。
            desk_period_runs_forward      | invalid | validTo | 終わりの日は、始まりの日以後にしてください。
            desk_institution_known        | invalid | institution | この機関は名簿にありません。
            device_pk                     | already-taken | id | この番号は、別の端末に使われています。
            institution_pk                | already-taken | code | このコードは、すでに使われています。
            institution_ends_after_it_begins      | invalid | validTo | 終わりの日は、始まりの日以後にしてください。
            institution_successor_takes_over      | invalid | successor | 引き継ぐ機関は、ほかの機関を、終わりの日とともに指定してください。
            institution_successor_known   | invalid | successor | この機関は名簿にありません。
            branch_pk                     | already-taken | code | このコードは、すでに使われています。
            branch_ends_after_it_begins   | invalid | validTo | 終わりの日は、始まりの日以後にしてください。
            branch_institution_known      | invalid | institution | この機関は名簿にありません。
            member_one_place_at_a_time    | already-taken | userName | この利用者名は、その期間にすでに所属があります。
            user_name_of_one_network      | already-taken | userName | この利用者名は、その期間にすでに所属があります。
            member_of_one_institution     | already-taken | userName | この利用者名は、その期間にすでに所属があります。
            member_user_name_is_plain     | invalid | userName | 利用者名に使えない文字があります。
            member_ends_after_it_begins   | invalid | validTo | 終わりの日は、始まりの日以後にしてください。
            member_email_is_one           | invalid | email | メールアドレスの書き方が正しくありません。
            member_branch_known           | invalid | branch | この支店は名簿にありません。
            member_institution_known      | invalid | institution | この機関は名簿にありません。
            queue_view_named_once         | already-taken | name | 同じ名前の条件が、すでにあります。別の名前にしてください。
            queue_view_name_is_short      | invalid | name | 名前は40文字以内で入力してください。
            queue_view_filters_are_short  | invalid | filters | 条件が多すぎます。減らしてください。
            retention_hold_of_sheet       | already-taken | diagnosis | この診断票は、すでに廃棄を止めてあります。
            retention_hold_of_institution | already-taken | institution | この機関の記録は、すでに廃棄を止めてあります。
            retention_hold_has_reason     | invalid | reason | 理由を入力してください。
            retention_hold_institution_known      | invalid | institution | この機関は名簿にありません。
            retention_rule_one_in_force   | stale
            retention_rule_has_basis      | invalid | basis | 根拠を入力してください。
            retention_rule_has_reason     | invalid | reason | 理由を入力してください。
            retention_rule_term_is_sane   | invalid | term | 期間は1から1200までで入力してください。
            rule_draft_version_once       | already-taken | version | この版は、すでに承認されています。
            rule_draft_day_once           | already-taken | validFrom | 同じ日から使う決まりが、すでに承認されています。別の日にしてください。
            break_glass_has_reason        | invalid | reason | 理由を入力してください。
            firm_pair_dismissal_has_reason        | invalid | reason | 理由を入力してください。
            webhook_has_name              | invalid | name | 名前を入力してください。
            """;

    private static final Map<String, Told> TOLD = LIST.lines()
            .map(line -> line.split("\\|"))
            .map(parts -> new Told(parts[0].strip(), part(parts, 1), part(parts, 2), part(parts, 3)))
            .collect(Collectors.toUnmodifiableMap(Told::name, Function.identity()));

    private BrokenConstraint() {}

    private record Told(String name, String kind, String field, String sentence) {
        Refusal refusal() {
            return switch (kind) {
                case "stale" -> new ChangedMeanwhile();
                case "invalid" -> new InvalidInput(field, sentence);
                default -> new AlreadyTaken(kind, field, sentence);
            };
        }
    }

    /** Empty where no constraint was broken, or one that is not the sender's to keep. */
    public static Optional<Refusal> of(Throwable thrown) {
        return DatabaseWords.first(
                thrown,
                sql -> sql instanceof PSQLException told
                                && String.valueOf(told.getSQLState()).startsWith(INTEGRITY)
                        ? Optional.ofNullable(told.getServerErrorMessage())
                                .map(ServerErrorMessage::getConstraint)
                                .map(TOLD::get)
                                .map(Told::refusal)
                        : Optional.empty());
    }

    /** All that are told. */
    static Set<String> names() {
        return TOLD.keySet();
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].strip() : null;
    }
}

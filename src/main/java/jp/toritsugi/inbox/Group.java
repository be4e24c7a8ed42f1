package jp.toritsugi.inbox;

import java.util.Arrays;
import java.util.Optional;

/** How an inbox is divided. Every case stands in one group, late ones in {@link #LATE} as well. */
enum Group {
    NEW("new", "新着", "state = 'requested'", "届いた案件はありません。", "事務局が取次をすると、ここに並びます。"),
    RUNNING("running", "担当中", "state in ('accepted', 'in-progress')", "担当中の案件はありません。", "新着の案件を受理すると、ここに移ります。"),
    HELD("held", "保留", "state = 'on-hold'", "保留の案件はありません。", "経営者の都合などで待つ案件を保留にすると、ここに移ります。"),
    ENDED(
            "ended",
            "終わったもの",
            "state in ('rejected', 'completed', 'failed', 'cancelled')",
            "終わった案件はありません。",
            "完了・中断・辞退した案件が、ここに残ります。"),
    LATE(
            "late",
            "期限超過",
            "(state = 'requested' and answer_by < :today or state in ('accepted', 'in-progress') and contacted_at is null"
                    + " and contact_by < :today)",
            "期限を過ぎた案件はありません。",
            "返事や最初の連絡の期限を過ぎると、ここにも並びます。"),
    /** Given by hand, without a referral: nothing is expected, so there is nothing to move. */
    GIVEN("given", "提供のみ", "false", "取次によらない提供はありません。", "支援機関が、本人の同意を得て案件を直接提供すると、ここに並びます。");

    private final String code;
    private final String label;
    private final String condition;
    private final String empty;
    private final String next;

    Group(String code, String label, String condition, String empty, String next) {
        this.code = code;
        this.label = label;
        this.condition = condition;
        this.empty = empty;
        this.next = next;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    /** Of a referral's row, in SQL. */
    String condition() {
        return condition;
    }

    /** Why the list is empty, and what fills it. */
    String empty() {
        return empty;
    }

    String next() {
        return next;
    }

    static Optional<Group> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}

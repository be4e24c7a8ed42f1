package jp.toritsugi.lines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.RecipientKind;

/** 情報共有同意 in one cell: あり, なし, or the kinds of recipients that were agreed to. */
final class ConsentWords {
    private static final Pattern BETWEEN = Pattern.compile("[、,，/／;；\\n]+");
    private static final Vocabulary<Boolean> ALL = new Vocabulary<Boolean>("")
            .with(true, "あり", "有", "有り", "同意", "同意する", "同意あり", "はい", "○", "〇", "◯", "yes", "y")
            .with(false, "なし", "無", "無し", "同意しない", "同意なし", "不同意", "いいえ", "×", "✕", "no", "n", "x");
    private static final Vocabulary<RecipientKind> KINDS = kinds();

    private ConsentWords() {}

    /**
     * What was agreed to; あり and なし speak of every kind, a list of kinds leaves the others unasked.
     *
     * @param on day of the interview, the day it was given
     * @param unknown takes every name that is no kind
     */
    static List<ConsentGiven> read(String cell, LocalDate on, List<String> unknown) {
        Boolean all = ALL.find(cell).orElse(null);
        if (all != null) {
            return Stream.of(RecipientKind.values())
                    .map(kind -> new ConsentGiven(kind, all, on, null, null))
                    .toList();
        }
        List<RecipientKind> agreed = new ArrayList<>();
        for (String name : BETWEEN.split(cell)) {
            if (!name.isBlank()) {
                KINDS.find(name)
                        .ifPresentOrElse(
                                kind -> {
                                    if (!agreed.contains(kind)) {
                                        agreed.add(kind);
                                    }
                                },
                                () -> unknown.add(name.strip()));
            }
        }
        return agreed.stream()
                .map(kind -> new ConsentGiven(kind, true, on, null, null))
                .toList();
    }

    private static Vocabulary<RecipientKind> kinds() {
        Vocabulary<RecipientKind> words = new Vocabulary<>("");
        for (RecipientKind kind : RecipientKind.values()) {
            words.with(kind, kind.code(), kind.label());
        }
        return words.with(RecipientKind.CENTER, "センター", "事業引継ぎ支援センター", "引継ぎ支援センター", "支援センター")
                .with(RecipientKind.SUCCESSOR_BANK, "人材バンク")
                .with(RecipientKind.AREA_COORDINATOR, "エリアCO", "ブロックコーディネーター", "ブロックCO", "エリア(ブロック)コーディネーター")
                .with(RecipientKind.GUARANTEE_COORDINATOR, "経営者保証CO", "保証コーディネーター")
                .with(RecipientKind.GUARANTEE, "保証協会")
                .with(RecipientKind.YOROZU, "よろず")
                .with(RecipientKind.REVITALIZATION, "再生支援協議会", "中小企業活性化協議会", "中小企業再生支援協議会", "活性化協議会(再生支援協議会)")
                .with(RecipientKind.CHAMBER, "商工会議所", "商工会")
                .with(RecipientKind.ACCOUNTANT, "会計士")
                .with(RecipientKind.MANAGEMENT_CONSULTANT, "診断士")
                .with(RecipientKind.BANK, "銀行", "信用金庫", "信用組合")
                .with(RecipientKind.MUNICIPALITY, "市町村", "継業バンク")
                .with(RecipientKind.JFC, "日本公庫", "公庫")
                .with(RecipientKind.OWN_ADVISER, "本人の相談先");
    }
}

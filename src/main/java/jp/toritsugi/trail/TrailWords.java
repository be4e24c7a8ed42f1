package jp.toritsugi.trail;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.toritsugi.access.Roles;
import jp.toritsugi.audit.Action;

/** How actions, kinds of things and the facts of an entry are said. What is not known here is shown as it stands. */
final class TrailWords {
    static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("diagnosis", "診断票");
        KINDS.put("case", "案件");
        KINDS.put("referral", "取次");
        KINDS.put("desk", "取次先の窓口");
        KINDS.put("duplicate", "同一事業者の候補");
        KINDS.put("provision", "第三者提供");
        KINDS.put("person", "本人");
        KINDS.put("report", "集計");
        KINDS.put("import", "取込");
        KINDS.put("session", "ログイン");
        KINDS.put("address", "画面・API");
        KINDS.put("member", "担当者");
        KINDS.put("institution", "支援機関");
        KINDS.put("setting", "設定");
        KINDS.put("branch", "支店");
        KINDS.put("candidate", "後継者候補の氏名");
        KINDS.put("break-glass", "緊急閲覧の一覧");
        KINDS.put("destruction", "廃棄");
        KINDS.put("rules", "取次の決まり");
        KINDS.put("trail", "証跡");
        KINDS.put("device", "端末");
        KINDS.put("signature", "同意の署名");
        KINDS.put("hold", "廃棄の保留");
        KINDS.put("notice", "お知らせ");
        KINDS.put("mail", "お知らせのメール");
        KINDS.put("webhook", "Webhook");
        KINDS.put("access", "権限表");
        KINDS.put("strangers", "ログインしていない人の要求");
    }

    private static final Map<String, String> ASPECTS = Map.of(
            "sheet", "内容",
            "history", "履歴",
            "correction", "訂正の画面",
            "question", "緊急閲覧の理由を聞く画面",
            "hold", "廃棄の保留の画面");

    private static final Map<String, String> WHAT = Map.of(
            "registered", "登録",
            "changed", "変更",
            "rotated", "秘密の取替え",
            "replayed", "再送",
            "revived", "断念したものの再送");

    private static final Map<String, String> RHYTHMS = Map.of("at-once", "そのつど", "daily", "一日一回", "none", "送らない");

    private static final Map<String, String> BASES = Map.of("as-written", "公表方式", "on-branch", "分岐整合方式");

    private static final Map<String, String> STATUSES =
            Map.of("401", "ログインなし", "403", "権限なし", "404", "見える範囲にない番号", "421", "宛先違い", "429", "回数の制限");

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("filters", "条件"),
            Map.entry("from", "から"),
            Map.entry("to", "まで"),
            Map.entry("file", "ファイル"),
            Map.entry("form", "形式"),
            Map.entry("reason", "理由"),
            Map.entry("purpose", "目的"),
            Map.entry("move", "手続き"),
            Map.entry("fromState", "前の状態"),
            Map.entry("toState", "後の状態"),
            Map.entry("why", "理由"),
            Map.entry("outcome", "結果"),
            Map.entry("receiver", "提供先の機関"),
            Map.entry("recipient", "提供先の種類"),
            Map.entry("recipients", "提供先の種類"),
            Map.entry("items", "項目"),
            Map.entry("basis", "根拠"),
            Map.entry("after", "後"),
            Map.entry("branch", "支店"),
            Map.entry("device", "端末"),
            Map.entry("unsent", "未送信の件数"),
            Map.entry("validFrom", "始まり"),
            Map.entry("validTo", "終わり"),
            Map.entry("successor", "合併先"),
            Map.entry("confinesBranches", "支店ごとに見える"),
            Map.entry("name", "名称"),
            Map.entry("type", "種別"),
            Map.entry("code", "コード"),
            Map.entry("actor", "利用者"),
            Map.entry("subject", "対象"),
            Map.entry("institution", "支援機関"),
            Map.entry("institutionType", "機関の種別"),
            Map.entry("action", "操作"),
            Map.entry("kind", "種類"),
            Map.entry("role", "役割"),
            Map.entry("municipality", "市町村"),
            Map.entry("area", "地域"),
            Map.entry("industry", "業種"),
            Map.entry("ageFrom", "年齢（以上）"),
            Map.entry("ageTo", "年齢（以下）"),
            Map.entry("leaf", "区分"),
            Map.entry("leafState", "状態"),
            Map.entry("question", "設問"),
            Map.entry("answer", "回答"),
            Map.entry("offBranch", "分岐外"),
            Map.entry("sort", "並び順"),
            Map.entry("limit", "件数"),
            Map.entry("anchor", "封印"),
            Map.entry("endsAt", "終わり"),
            Map.entry("breakGlass", "緊急閲覧の番号"),
            Map.entry("month", "月"),
            Map.entry("count", "件数"),
            Map.entry("lines", "行数"),
            Map.entry("gate", "関所"),
            Map.entry("decision", "判断"),
            Map.entry("before", "前"),
            Map.entry("step", "段階"),
            Map.entry("records", "記録の種類"),
            Map.entry("planned", "予定"),
            Map.entry("held", "保留"),
            Map.entry("destroyed", "廃棄"),
            Map.entry("term", "保存期間"),
            Map.entry("olderThan", "この日より前"),
            Map.entry("rule", "設定の版"),
            Map.entry("ruleSet", "決まりの版"),
            Map.entry("faults", "誤り"),
            Map.entry("changed", "結果が変わる診断票"),
            Map.entry("listed", "一覧に出した診断票"),
            Map.entry("entry", "記録"),
            Map.entry("host", "宛先"),
            Map.entry("counting", "集計方式"),
            Map.entry("userNames", "利用者名"),
            Map.entry("confirmed", "確かめた"),
            Map.entry("questionnaireVersion", "調査票の版"),
            Map.entry("version", "版"),
            Map.entry("kinds", "知らせる出来事"),
            Map.entry("active", "送る"),
            Map.entry("event", "出来事"),
            Map.entry("rhythm", "メールの頻度"),
            Map.entry("by", "内訳"),
            Map.entry("mine", "自分のものだけ"),
            Map.entry("mark", "回答の状態"),
            Map.entry("asOf", "時点"),
            Map.entry("receipt", "受付番号"),
            Map.entry("state", "状態"),
            Map.entry("tab", "区分け"),
            Map.entry("email", "メールアドレス"),
            Map.entry("method", "方法"),
            Map.entry("path", "場所"),
            Map.entry("chain", "鎖"),
            Map.entry("position", "位置"));

    /** What a line begins with; jsonb keeps no order of its own worth reading. */
    private static final List<String> FIRST = List.of(
            "surroundings",
            "first",
            "last",
            "requests",
            "named",
            "result",
            "fault",
            "entries",
            "chain",
            "position",
            "entry");

    /** Long, and of use only to those who compare it with the log. */
    private static final Set<String> ON_THE_ENTRY_ONLY = Set.of(
            "anchor",
            "seconds",
            "breakGlass",
            "provision",
            "provisions",
            "hold",
            "word",
            "chains",
            "version",
            "checksum",
            "trial",
            "referral");

    private TrailWords() {}

    static boolean isOnTheEntryOnly(String fact) {
        return ON_THE_ENTRY_ONLY.contains(fact);
    }

    private static int place(String key) {
        return FIRST.contains(key) ? FIRST.indexOf(key) : FIRST.size();
    }

    static String action(String code) {
        return Action.find(code).map(Action::label).orElse(code);
    }

    static String actionCodes() {
        return Arrays.stream(Action.values()).map(Action::code).collect(Collectors.joining(", "));
    }

    static String kind(String code) {
        return KINDS.getOrDefault(code, code);
    }

    /** 第2版・内容. */
    static String details(TrailEntry entry) {
        String facts = details(entry.details());
        String reason = reason(entry);
        return facts.isEmpty() || reason.isEmpty() ? facts + reason : facts + "・" + reason;
    }

    /** What somebody wrote in their own words, or that it is destroyed; empty where nothing was. */
    static String reason(TrailEntry entry) {
        return entry.reason() == null ? "" : LABELS.get("reason") + "：" + entry.reason();
    }

    /** As {@link #details(TrailEntry)} without what a person wrote: a file outlives it. */
    static String details(Map<String, Object> details) {
        return details.entrySet().stream()
                .filter(fact -> !ON_THE_ENTRY_ONLY.contains(fact.getKey()))
                .sorted(Comparator.comparing(fact -> place(fact.getKey())))
                .map(fact -> fact(fact.getKey(), fact.getValue()))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("・"));
    }

    /** One fact in words; empty for what is said elsewhere. */
    static String fact(String key, Object value) {
        String text = text(value);
        return switch (key) {
            case "revision" -> "第" + text + "版";
            case "aspect" -> ASPECTS.getOrDefault(text, text);
            case "paper" -> text.equals("slip") ? "取次票" : "送付状";
            case "rows" -> text + "件を表示";
            case "sheets" -> "診断票" + (value instanceof List<?> several ? several.size() : text) + "枚分";
            case "idCount" -> text.equals("0") ? "" : "診断票" + text + "枚をまとめて";
            case "ids" -> fact("idCount", ((List<?>) value).size());
            case "people" -> "担当者" + ((List<?>) value).size() + "人";
            case "what" -> "内容：" + WHAT.getOrDefault(text, text);
            case "active" -> text.equals("true") ? "送る" : "止める";
            case "rhythm" -> LABELS.get(key) + "：" + RHYTHMS.getOrDefault(text, text);
            case "email" -> text.equals("removed") ? "メールアドレスの削除" : "メールアドレスの変更";
            case "counting" -> LABELS.get(key) + "：" + BASES.getOrDefault(text, text);
            case "lines" -> text + "行";
            case "entries" -> text + "件を照合";
            case "brokenLinks" -> text + "か所";
            case "surroundings" -> text + " から";
            case "first" -> moment(text) + " から";
            case "last" -> moment(text) + " までに";
            case "requests" -> text + "回の要求を断りました";
            case "named" -> "うち番号を名指したもの" + text + "回";
            case "refusals" -> "内訳（" + kinds((Map<?, ?>) value) + "）";
            case "seconds" -> text + "秒";
            case "result" -> text.equals("whole") ? "改ざんなし" : "合わない記録あり";
            case "status" -> text + "（" + STATUSES.getOrDefault(text, "拒否") + "）";
            case "fault" -> BrokenLink.fault(text);
            case "login" -> "名簿にない利用者 " + text;
            case "q" -> "名前で検索";
            case "endsAt" -> LABELS.get(key) + "：" + moment(text);
            case "role" -> LABELS.get(key) + "：" + Roles.label(text);
            case "displayName" -> "氏名の変更";
            case "past" -> text.equals("true") ? "終わった登録も" : "";
            case "byName" -> "名前で検索";
            case "how", "heads", "hold", "word" -> "";
            default -> text.isEmpty() || value == null ? "" : LABELS.getOrDefault(key, key) + "：" + text;
        };
    }

    /** ログインなし /api/v1/diagnoses 12回. */
    private static String kinds(Map<?, ?> counted) {
        return counted.entrySet().stream()
                .map(kind -> {
                    String[] said = String.valueOf(kind.getKey()).split(" ", 2);
                    String place = said.length == 1 ? "" : " " + said[1];
                    return STATUSES.getOrDefault(said[0], said[0]) + place + " " + kind.getValue() + "回";
                })
                .collect(Collectors.joining("、"));
    }

    private static String moment(String written) {
        try {
            return TrailMoments.words(Instant.parse(written));
        } catch (DateTimeParseException e) {
            return written;
        }
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> inner) {
            return inner.entrySet().stream()
                    .map(fact -> fact(String.valueOf(fact.getKey()), fact.getValue()))
                    .collect(Collectors.joining("、"));
        }
        if (value instanceof List<?> several) {
            return several.stream().map(TrailWords::text).collect(Collectors.joining("、"));
        }
        return String.valueOf(value);
    }
}

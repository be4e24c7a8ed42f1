package jp.toritsugi.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.japan.Wareki;
import jp.toritsugi.routing.Rule.Guarded;
import jp.toritsugi.routing.Rule.Stage;

/**
 * A rule set as a table that people read; the page and the document are made of it.
 *
 * @param stages the rules, part by part
 * @param urgency how it is changed, and the deadlines, each in a sentence
 * @param review when to look again, each in a sentence
 * @param sizes what 小規模 means
 */
public record RuleSetInWords(
        RuleSet ruleSet,
        List<GateLine> gates,
        List<StageTable> stages,
        List<String> urgency,
        List<String> review,
        String sizes,
        List<Place> places,
        List<NameLine> names) {

    public record GateLine(String code, String name, String when, boolean stops, String because) {}

    /** @param note how this part is applied */
    public record StageTable(String title, String note, List<RuleLine> rules) {}

    /** @param sendTo 取次不要 or whom, in order */
    public record RuleLine(String code, String when, String sendTo, String add, String urgency, String because) {}

    /** @param place or an empty text */
    public record NameLine(String kind, String label, String period, String name, String place, boolean confirmed) {}

    public static RuleSetInWords of(RuleSet ruleSet) {
        RuleSet.Parts parts = ruleSet.parts();
        return new RuleSetInWords(
                ruleSet,
                parts.gates().stream().map(RuleSetInWords::gate).toList(),
                List.of(
                        stage(parts, Stage.FIRST, "まず当てはめる決まり", "区分や状態を待たずに、上から当てはめます。当てはまれば、そこで終わります。"),
                        stage(
                                parts,
                                Stage.RULES,
                                "区分ごとの決まり",
                                "状態が順調か要対応に決まった区分に、上から当てはめます。初めに当てはまったものが取次先を決め、後に当てはまったものは、その相談先を加えます。"),
                        stage(parts, Stage.OTHERWISE, "どれにも当てはまらないとき", "状態が決まった区分で、上のどれにも当てはまらないときです。"),
                        stage(parts, Stage.PLUS, "加える相談先", "まず当てはめる決まりで終わったときを除き、当てはまるものをすべて加えます。")),
                urgency(parts),
                review(parts),
                sizes(parts.small()),
                parts.places(),
                parts.names().values().stream().flatMap(RuleSetInWords::names).toList());
    }

    private static GateLine gate(Gate gate) {
        String when = gate.happens() == null
                ? gate.when().inWords()
                : switch (gate.happens()) {
                    case BLOCKED -> "すすめる相談先に、同意の無いものがある";
                    case UNDECIDED -> "まず当てはめる決まりに当てはまらず、区分の状態が決まらない";
                };
        return new GateLine(gate.code(), gate.name(), when, gate.stops(), gate.because());
    }

    private static StageTable stage(RuleSet.Parts parts, Stage stage, String title, String note) {
        return new StageTable(
                title,
                note,
                parts.rules().stream()
                        .filter(rule -> rule.stage() == stage)
                        .map(RuleSetInWords::rule)
                        .toList());
    }

    private static RuleLine rule(Rule rule) {
        String when =
                rule.stage() == Stage.OTHERWISE ? "どれにも当てはまらない" : rule.when().inWords();
        String instead = rule.instead() == null ? "" : "（" + rule.instead() + "に当てはまらないとき）";
        return new RuleLine(
                rule.code(),
                when + instead,
                sendTo(rule),
                rule.add().stream().map(RuleSetInWords::addition).collect(Collectors.joining("、")),
                urgency(rule),
                rule.because());
    }

    private static String sendTo(Rule rule) {
        if (rule.stage() == Stage.PLUS) {
            return "";
        }
        String whom = rule.primary().stream()
                .map(choice -> choice.value().label() + guard(choice))
                .collect(Collectors.joining("、"));
        if (rule.referral()) {
            return whom;
        }
        return (whom.isEmpty() ? "取次不要" : "取次不要（" + whom + "を案内）") + "。" + rule.review() + "か月後に確認";
    }

    private static String addition(Guarded<List<RecipientKind>> addition) {
        return addition.value().stream().map(RecipientKind::label).collect(Collectors.joining("、")) + guard(addition);
    }

    private static String guard(Guarded<?> guarded) {
        return guarded.when().equals(Condition.ALWAYS)
                ? ""
                : "（" + guarded.when().inWords() + "）";
    }

    private static String urgency(Rule rule) {
        if (rule.stage() == Stage.PLUS || !rule.referral()) {
            return "";
        }
        return Stream.concat(
                        Stream.of(rule.urgency().label()),
                        rule.urgencyWhen().stream()
                                .map(one ->
                                        one.when().inWords() + "は" + one.value().label()))
                .collect(Collectors.joining("、"));
    }

    private static List<String> urgency(RuleSet.Parts parts) {
        UrgencySteps steps = parts.urgency();
        List<String> told = new ArrayList<>();
        if (!steps.grounds().isEmpty()) {
            told.add("次のうち" + steps.atLeast() + "つ以上がそろえば「" + steps.to().label() + "」: "
                    + steps.grounds().stream()
                            .map(ground -> ground.when().inWords())
                            .collect(Collectors.joining("／")));
        }
        told.add(steps.stepUp().when().inWords() + "は、一段上げる。");
        told.add(steps.stepDown().when().inWords() + "は、一段下げる（まず当てはめる決まりを除く）。");
        for (UrgencySteps.Deadline deadline : steps.deadlines()) {
            told.add("緊急度「" + deadline.urgency().label() + "」は、取次まで" + deadline.handOver() + "営業日"
                    + (deadline.contact() == 0 ? "。" : "、初回の連絡まで" + deadline.contact() + "営業日。"));
        }
        return told;
    }

    private static List<String> review(RuleSet.Parts parts) {
        List<String> told = new ArrayList<>();
        for (Review.OfGate one : parts.review().gates()) {
            Gate gate = parts.gates().get(one.gate());
            String guard =
                    one.when().equals(Condition.ALWAYS) ? "" : "（" + one.when().inWords() + "）";
            told.add(gate.code() + " " + gate.name() + guard + "は、"
                    + (one.days() > 0 ? one.days() + "日後" : one.months() + "か月後") + "。");
        }
        told.add(parts.review().birthdays().stream().map(age -> age + "歳").collect(Collectors.joining("・"))
                + "の誕生日が先に来るときは、その日。ただし診断日から" + parts.review().notBeforeMonths() + "か月は置く。");
        return told;
    }

    private static String sizes(SmallFirms small) {
        return "従業員" + small.employees() + "人以下。業種の大分類 " + String.join("、", small.exceptIndustries()) + " は"
                + small.exceptEmployees() + "人以下。個人事業者は小規模とみなし、人数の分からない法人は小規模としない。";
    }

    private static Stream<NameLine> names(KindNames kind) {
        return kind.names().stream()
                .map(name -> new NameLine(
                        kind.kind().code(),
                        kind.kind().label(),
                        period(name),
                        name.name(),
                        name.place() == null ? "" : name.place(),
                        name.confirmed()));
    }

    private static String period(KindNames.Name name) {
        String from = name.from().equals(LocalDate.MIN) ? "" : Wareki.date(name.from()) + "から";
        String until = name.until().equals(LocalDate.MAX) ? "" : Wareki.date(name.until()) + "まで";
        return from.isEmpty() && until.isEmpty() ? "いつも" : from + until;
    }
}

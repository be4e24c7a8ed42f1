package jp.toritsugi.routing;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.Consents;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.questionnaire.Questionnaire;

/**
 * 受入れ例: one line of the file that stands beside a rule set, in which experts say what they expect of it. Several values
 * of a cell are separated by spaces.
 *
 * @param expected by column of the file; only what a column says is compared
 */
public record AcceptanceCase(String number, String description, RoutingCase routed, Map<String, String> expected) {
    private static final List<String> EXPECTED =
            List.of("区分", "状態", "決まり", "関所", "取次", "取次先", "ほかの相談先", "同意が必要", "緊急度", "再確認", "呼び名");

    /** Every column a file must have. */
    static final List<String> COLUMNS = List.of(
            "番号", "説明", "診断日", "回答", "年齢", "法人個人", "従業員数", "業種", "市町村", "事実", "承継予定", "業績", "支援希望", "同意", "実施機関", "区分",
            "状態", "決まり", "関所", "取次", "取次先", "ほかの相談先", "同意が必要", "緊急度", "再確認", "呼び名");

    /** The cases beside a rule set of {@code routing/index.txt}, in the order of the file. */
    public static List<AcceptanceCase> of(RuleSet ruleSet) {
        return read(RuleLibrary.text(ruleSet.id() + "-cases.csv"), ruleSet.questionnaire());
    }

    static List<AcceptanceCase> read(String text, Questionnaire questionnaire) {
        try (var lines =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(text)) {
            return lines.stream().map(line -> of(line, questionnaire)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AcceptanceCase of(NamedCsvRecord line, Questionnaire questionnaire) {
        LocalDate day = LocalDate.parse(line.getField("診断日"));
        StandingAnswers standing = StandingAnswers.of(questionnaire, answers(line.getField("回答")));
        Map<Fact, Boolean> facts = new EnumMap<>(Fact.class);
        for (String word : words(line.getField("事実"))) {
            facts.put(Fact.find(word.replaceFirst("^!", "")).orElseThrow(), !word.startsWith("!"));
        }
        RoutingCase routed = new RoutingCase(
                questionnaire.id().toString(),
                day,
                standing.answers(),
                standing.inferred(),
                standing.leaf(),
                standing.leafState(),
                number(line, "年齢"),
                null,
                text(line, "法人個人"),
                number(line, "従業員数"),
                text(line, "業種"),
                text(line, "市町村"),
                facts,
                number(line, "承継予定"),
                text(line, "業績"),
                false,
                text(line, "支援希望"),
                ConsentCover.of(consents(line.getField("同意"), day), day),
                false,
                false,
                text(line, "実施機関"));
        Map<String, String> expected = new LinkedHashMap<>();
        EXPECTED.forEach(column -> expected.put(column, line.getField(column)));
        return new AcceptanceCase(line.getField("番号"), line.getField("説明"), routed, expected);
    }

    private static Map<String, String> answers(String cell) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String word : words(cell)) {
            String[] pair = word.split("=", 2);
            answers.put(pair[0], pair[1]);
        }
        return answers;
    }

    private static Consents consents(String cell, LocalDate day) {
        List<RecipientKind> kinds = cell.equals("all")
                ? List.of(RecipientKind.values())
                : words(cell).stream().map(RecipientKind::of).toList();
        return new Consents(kinds.stream()
                .map(kind -> new ConsentGiven(kind, true, day, ConsentGiven.Means.SIGNATURE, null))
                .toList());
    }

    static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : Arrays.asList(cell.strip().split("\\s+"));
    }

    private static String text(NamedCsvRecord line, String column) {
        String text = line.getField(column);
        return text.isBlank() ? null : text;
    }

    private static Integer number(NamedCsvRecord line, String column) {
        String text = text(line, column);
        return text == null ? null : Integer.valueOf(text);
    }

    /** What a rule set makes of it, in the columns of the file. */
    public Map<String, String> found(RuleSet ruleSet) {
        Recommendation made = ruleSet.recommendUnexplained(routed);
        Map<String, String> found = new LinkedHashMap<>();
        found.put("区分", routed.leaf());
        found.put("状態", routed.leafState().code());
        found.put("決まり", made.rule() == null ? "" : made.rule());
        found.put("関所", String.join(" ", made.gates()));
        found.put("取次", made.referral() ? "する" : "しない");
        found.put("取次先", made.primary() == null ? "" : made.primary().code());
        found.put("ほかの相談先", codes(made.additional()));
        found.put("同意が必要", codes(made.blocked()));
        found.put("緊急度", made.urgency() == null ? "" : made.urgency().code());
        found.put("再確認", made.reviewOn() == null ? "" : made.reviewOn().toString());
        List<RecipientKind> named = new ArrayList<>(made.additional());
        Optional.ofNullable(made.primary()).ifPresent(primary -> named.add(0, primary));
        found.put(
                "呼び名",
                named.stream()
                        .map(kind -> ruleSet.name(kind, routed.day()).name())
                        .collect(Collectors.joining(" ")));
        return found;
    }

    /** Columns in which a rule set does not do as expected, with what it does; empty when all is well. */
    public Map<String, String> surprises(RuleSet ruleSet) {
        Map<String, String> surprises = found(ruleSet);
        surprises.entrySet().removeIf(found -> {
            String wanted = expected.get(found.getKey());
            return found.getKey().equals("呼び名")
                    ? found.getValue().contains(wanted)
                    : found.getValue().equals(wanted);
        });
        return surprises;
    }

    private static String codes(List<RecipientKind> kinds) {
        return String.join(" ", kinds.stream().map(RecipientKind::code).toList());
    }
}

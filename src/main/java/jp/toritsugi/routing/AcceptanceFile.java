package jp.toritsugi.routing;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.organisation.InstitutionType;
import jp.toritsugi.questionnaire.Fault;
import jp.toritsugi.questionnaire.NonResponse;
import jp.toritsugi.questionnaire.Questionnaire;

/** 受入れ例 as somebody sent them: every cell that cannot be taken, and every expectation that is not met, by line. */
final class AcceptanceFile {
    private final String name;
    private final String text;
    private final Questionnaire questionnaire;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private List<AcceptanceCase> cases = List.of();

    AcceptanceFile(String name, String text, Questionnaire questionnaire) {
        this.name = name;
        this.text = text;
        this.questionnaire = questionnaire;
    }

    List<Fault> faults() {
        return faults;
    }

    /** Those that can be read; all of them where there are no faults. */
    List<AcceptanceCase> read() {
        try (var records =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(text)) {
            List<AcceptanceCase> read = new ArrayList<>();
            for (NamedCsvRecord line : records) {
                if (lacksColumns(line)) {
                    return List.of();
                }
                if (isSound(line)) {
                    read.add(AcceptanceCase.of(line, questionnaire));
                    lines.add(line.getStartingLineNumber());
                }
            }
            if (read.isEmpty() && faults.isEmpty()) {
                fault(1, "受入れ例が一つもありません。決まりを確かめる例を、少なくとも一行書いてください。");
            }
            cases = read;
        } catch (CsvParseException e) {
            fault(1, "CSVとして読めません。引用符「\"」と列の数を確かめてください。");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    private boolean lacksColumns(NamedCsvRecord line) {
        List<String> missing = AcceptanceCase.COLUMNS.stream()
                .filter(column -> !line.getHeader().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            fault(1, "列がありません: " + String.join("、", missing));
        } else if (line.getFieldCount() < line.getHeader().size()) {
            fault(line.getStartingLineNumber(), "列の数が見出しと合いません。");
            missing = List.of("");
        }
        return !missing.isEmpty();
    }

    private boolean isSound(NamedCsvRecord line) {
        int before = faults.size();
        at(line, "診断日", cell -> isDay(cell) ? Optional.empty() : Optional.of("2019-10-15 の形で書いてください"));
        for (String word : AcceptanceCase.words(line.getField("回答"))) {
            answer(line, word);
        }
        each(line, "事実", word -> Fact.find(word.replaceFirst("^!", "")).isPresent());
        if (!line.getField("同意").equals("all")) {
            each(line, "同意", AcceptanceFile::isKind);
        }
        for (String number : List.of("年齢", "従業員数", "承継予定")) {
            each(line, number, word -> word.matches("[0-9]{1,6}"));
        }
        each(line, "法人個人", Set.of("corporation", "sole-proprietor")::contains);
        each(line, "業績", Set.of("up", "flat", "down")::contains);
        each(line, "支援希望", Set.of("wanted", "not-now", "undecided")::contains);
        each(line, "実施機関", word -> InstitutionType.find(word).isPresent());
        for (String kinds : List.of("取次先", "ほかの相談先", "同意が必要")) {
            each(line, kinds, AcceptanceFile::isKind);
        }
        return faults.size() == before;
    }

    private void answer(NamedCsvRecord line, String word) {
        String[] pair = word.split("=", 2);
        boolean known = pair.length == 2
                && questionnaire
                        .question(pair[0])
                        .filter(question -> question.choice(pair[1]).isPresent()
                                || NonResponse.find(pair[1]).isPresent())
                        .isPresent();
        if (!known) {
            fault(line, "回答", word, "Q1=yes のように、" + questionnaire.id() + " にある設問と回答を書いてください");
        }
    }

    private void each(NamedCsvRecord line, String column, Predicate<String> known) {
        AcceptanceCase.words(line.getField(column)).stream()
                .filter(word -> !known.test(word))
                .forEach(word -> fault(line, column, word, "使えない値です"));
    }

    private void at(NamedCsvRecord line, String column, Function<String, Optional<String>> complaint) {
        String cell = line.getField(column);
        complaint.apply(cell).ifPresent(said -> fault(line, column, cell, said));
    }

    private void fault(NamedCsvRecord line, String column, String value, String sentence) {
        fault(
                line.getStartingLineNumber(),
                "例 " + line.getField("番号") + "：" + column + " の「" + value + "」。" + sentence + "。");
    }

    private void fault(long line, String sentence) {
        faults.add(new Fault(name, (int) line, sentence));
    }

    private static boolean isDay(String cell) {
        try {
            LocalDate.parse(cell);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isKind(String code) {
        return Arrays.stream(RecipientKind.values())
                .anyMatch(kind -> kind.code().equals(code));
    }

    /** Where the rules do not do what the experts expect. */
    List<Fault> surprises(RuleSet ruleSet) {
        List<Fault> found = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            AcceptanceCase one = cases.get(i);
            int line = lines.get(i).intValue();
            one.surprises(ruleSet)
                    .forEach((column, made) -> found.add(new Fault(
                            name,
                            line,
                            "例 " + one.number() + "（" + one.description() + "）：" + column + " は「"
                                    + one.expected().get(column) + "」のはずが「" + made + "」になります。")));
        }
        return found;
    }
}

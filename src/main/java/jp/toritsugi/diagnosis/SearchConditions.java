package jp.toritsugi.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.japan.SearchKey;
import jp.toritsugi.organisation.InstitutionType;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.query.SearchWords;
import jp.toritsugi.query.SqlConditions;
import jp.toritsugi.questionnaire.AnswerState;
import jp.toritsugi.questionnaire.LeafState;
import jp.toritsugi.questionnaire.Marks;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.sheet.SheetNames;

/** Turns what was typed into conditions on sheets, within the viewer's reach, and names everything it cannot read. */
@ApplicationScoped
class SearchConditions {
    private static final Set<String> STATUSES = Set.of(Diagnosis.RECORDED, Diagnosis.WITHDRAWN);

    private final QuestionnaireLibrary library;
    private final Municipalities municipalities;
    private final Clock clock;

    SearchConditions(QuestionnaireLibrary library, Municipalities municipalities, Clock clock) {
        this.library = library;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /**
     * For {@code diagnosis_open}.
     *
     * @throws InvalidInput naming every filter that cannot be understood
     */
    SqlConditions of(DiagnosisQuery query, Viewer viewer) {
        return new Reader(query, viewer).open();
    }

    /** For {@code diagnosis_closed}, whose rows say less; a query that asks for more does not show them at all. */
    SqlConditions ofClosed(DiagnosisQuery query, Viewer viewer) {
        return new Reader(query, viewer).closed();
    }

    private final class Reader {
        private final DiagnosisQuery query;
        private final Viewer viewer;
        private final SqlConditions where = new SqlConditions();
        private final List<Violation> faults = new ArrayList<>();

        private Reader(DiagnosisQuery query, Viewer viewer) {
            this.query = query;
            this.viewer = viewer;
        }

        private SqlConditions open() {
            Reach.open(viewer, where);
            shown();
            LocalDate to = day("to", "interviewed_on <= :to", day -> day);
            day("from", "interviewed_on >= :from", day -> day);
            filter("municipality", "municipality = :municipality", only("[0-9]{6}"), "市町村コードは6桁です。");
            filter("area", "municipality = any(:area)", area -> inArea(area, to), "この地域はありません。");
            filter("industry", "industry like :industry || '%'", only("[A-T][0-9]{0,4}"), "産業分類の符号ではありません。");
            filter("ageFrom", "age >= :ageFrom", SearchConditions::age, "年齢は0から150までの整数です。");
            filter("ageTo", "age <= :ageTo", SearchConditions::age, "年齢は0から150までの整数です。");
            marks();
            filter("receipt", "receipt = :receipt", Receipt::find, "受付番号は 7K2M-9QXT-41BF のような12文字です。");
            names();
            return read();
        }

        /** A month is shown whole or not at all: where one ended within, it would tell days. */
        private SqlConditions closed() {
            Reach.network(viewer, where);
            shown();
            day("to", "interviewed_in <= :to", day -> day.plusDays(1)
                    .minusMonths(1)
                    .withDayOfMonth(1));
            day("from", "interviewed_in >= :from", day -> day);
            return read();
        }

        private SqlConditions read() {
            if (!faults.isEmpty()) {
                throw new InvalidInput(faults);
            }
            return where;
        }

        /** What every line shows. */
        private void shown() {
            filter("institution", "institution = :institution", Optional::of, "");
            filter(
                    "institutionType",
                    "institution in (select code from institution where network = :network and type = :institutionType)",
                    code -> InstitutionType.find(code).map(InstitutionType::code),
                    "支援機関の種別ではありません。");
            filter("leaf", "leaf = :leaf", only("[A-Z]"), "到達区分は A, B, C, D, U のどれかです。");
            filter(
                    "leafState",
                    "leaf_state = :leafState",
                    code -> LeafState.find(code).map(LeafState::code),
                    "clear, action, open のどれかです。");
            filter("version", "questionnaire_version = :version", only("[0-9][0-9a-z.-]{0,20}"), "版は 2016 のように書きます。");
            filter("offBranch", "off_branch = :offBranch", SearchConditions::truth, "true か false です。");
            status();
        }

        private <T> void filter(
                String name, String condition, Function<String, Optional<T>> reading, String complaint) {
            if (query.get(name) == null) {
                return;
            }
            Optional<T> value = reading.apply(query.get(name));
            if (value.isPresent()) {
                where.add(condition, name, value.get());
            } else {
                faults.add(new Violation(name, complaint));
            }
        }

        /** @return the day typed, or null */
        private LocalDate day(String name, String condition, UnaryOperator<LocalDate> bound) {
            if (query.get(name) == null) {
                return null;
            }
            DateReader.Result result = DateReader.read(query.get(name));
            if (result.day() == null) {
                faults.add(new Violation(name, result.fault()));
            } else {
                where.add(condition, name, bound.apply(result.day()));
            }
            return result.day();
        }

        private Optional<String[]> inArea(String area, LocalDate to) {
            LocalDate day = to == null ? LocalDate.now(clock) : to;
            List<String> codes = municipalities.inArea(viewer.network(), area, day);
            return codes.isEmpty() ? Optional.empty() : Optional.of(codes.toArray(String[]::new));
        }

        private void status() {
            String status = query.get("status") == null ? Diagnosis.RECORDED : query.get("status");
            if (STATUSES.contains(status)) {
                where.add("status = :status", "status", status);
            } else {
                faults.add(new Violation("status", "recorded か withdrawn です。"));
            }
        }

        /** The sheets behind a figure. Question codes differ between versions, so a code names its versions too. */
        private void marks() {
            String code = query.get("question");
            if (code == null) {
                return;
            }
            List<String> alternatives = new ArrayList<>();
            for (Questionnaire version : library.all()) {
                Optional<Question> question = version.question(code);
                if (question.isPresent()) {
                    int i = alternatives.size();
                    alternatives.add("(questionnaire = :q" + i + " and questionnaire_version = :v" + i
                            + " and strpos(:marks" + i + ", substr(marks, :place" + i + ", 1)) > 0)");
                    where.bind("q" + i, version.id().code());
                    where.bind("v" + i, version.id().version());
                    where.bind("place" + i, question.get().index() + 1);
                    where.bind("marks" + i, wanted(question.get()));
                }
            }
            if (alternatives.isEmpty()) {
                faults.add(new Violation("question", "この設問はありません。"));
                return;
            }
            where.add("(" + String.join(" or ", alternatives) + ")");
        }

        private String wanted(Question question) {
            String answer = query.get("answer");
            String mark = query.get("mark") == null && "on-branch".equals(query.get("basis"))
                    ? "on-branch"
                    : query.get("mark");
            if (answer != null && question.choice(answer).isEmpty()) {
                faults.add(new Violation("answer", "この設問にこの回答はありません。"));
            }
            if (mark == null) {
                return Marks.having(question, AnswerState.ON_BRANCH, answer)
                        + Marks.having(question, AnswerState.OFF_BRANCH, answer);
            }
            return switch (mark) {
                case "on-branch" -> Marks.having(question, AnswerState.ON_BRANCH, answer);
                case "off-branch" -> Marks.having(question, AnswerState.OFF_BRANCH, answer);
                case "unanswered" -> Marks.having(question, AnswerState.UNANSWERED, null);
                case "eligible" ->
                    Marks.having(question, AnswerState.ON_BRANCH, null)
                            + Marks.having(question, AnswerState.UNANSWERED, null);
                default -> {
                    faults.add(new Violation("mark", "on-branch, unanswered, off-branch, eligible のどれかです。"));
                    yield "";
                }
            };
        }

        private List<String> words() {
            try {
                return SearchWords.of("q", query.get("q"));
            } catch (InvalidInput invalid) {
                faults.addAll(invalid.violations());
                return List.of();
            }
        }

        /** Every word must be found; the index finds by one and two characters, the text itself decides. */
        private void names() {
            if (query.get("q") == null) {
                return;
            }
            Optional<String> receipt = Receipt.find(query.get("q"));
            if (receipt.isPresent()) {
                where.add("receipt = :typedReceipt", "typedReceipt", receipt.get());
                return;
            }
            int i = 0;
            for (String word : words()) {
                String key = SearchKey.of(word);
                if (key.isEmpty()) {
                    continue;
                }
                where.add("search_grams @> cast(:grams" + i + " as text[])", "grams" + i, SheetNames.wanted(key));
                // What is one piece of the index itself need not be looked for again in the text.
                if (key.codePointCount(0, key.length()) > 2) {
                    where.add(
                            "search_key like :word" + i + " escape '!'",
                            "word" + i,
                            "%" + key.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
                }
                i++;
            }
            if (i == 0 && faults.stream().noneMatch(fault -> fault.field().equals("q"))) {
                faults.add(new Violation("q", "「株式会社」や記号だけでは探せません。名前の一部を入力してください。"));
            }
        }
    }

    private static Function<String, Optional<String>> only(String pattern) {
        return text -> text.matches(pattern) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Integer> age(String text) {
        return text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= 150
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    private static Optional<Boolean> truth(String text) {
        return text.matches("true|false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
    }
}

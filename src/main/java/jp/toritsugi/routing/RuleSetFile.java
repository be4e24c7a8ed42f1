package jp.toritsugi.routing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.toritsugi.japan.MunicipalityCode;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import jp.toritsugi.questionnaire.YamlFile;

/** Reads one rule set and refuses a damaged one with file, line and a sentence for every fault. */
final class RuleSetFile {
    private final YamlFile file;
    private final String text;
    private final QuestionnaireLibrary library;
    private final Atoms atoms = new Atoms();

    private RuleSetFile(String name, String text, QuestionnaireLibrary library) {
        this.file = new YamlFile(name, text, DamagedRules::new);
        this.text = text;
        this.library = library;
    }

    /** @throws DamagedRules with all faults of the file */
    static RuleSet parse(String name, String text, QuestionnaireLibrary library) {
        return new RuleSetFile(name, text, library).read();
    }

    private RuleSet read() {
        YamlFile.Entry root = file.root();
        root.only(
                "code",
                "version",
                "title",
                "source",
                "validFrom",
                "confirmed",
                "questionnaire",
                "small",
                "places",
                "kinds",
                "gates",
                "first",
                "rules",
                "otherwise",
                "plus",
                "urgency",
                "review");
        Questionnaire questionnaire = questionnaire(root);
        RuleSet.Head head = head(root);
        SmallFirms small = small(root);
        List<Place> places = root.entries("places").stream().map(this::place).toList();
        Conditions conditions = new Conditions(file, questionnaire, small, places);
        RuleEntries entries = new RuleEntries(file, conditions, atoms);
        List<Gate> gates = new GateEntries(file, conditions, atoms).read(root);
        List<Rule> rules = entries.read(root);
        TimeEntries times = new TimeEntries(file, conditions, atoms);
        LeafFlips flips = new LeafFlips(questionnaire, atoms);
        RuleSet.Parts parts = new RuleSet.Parts(
                atoms,
                gates,
                rules,
                times.urgency(root),
                times.review(root, gates),
                small,
                places,
                new NameEntries(file).read(root));
        file.refuseIfFaulty();
        if (atoms.all().size() > Atoms.MOST) {
            file.fault(1, "条件が問うことがらが" + Atoms.MOST + "を超えます: " + atoms.all().size());
        }
        // Beyond that, bits would stand for two things each.
        file.refuseIfFaulty();
        Map<String, Integer> lines = new HashMap<>(entries.lines());
        new RuleSetCheck(questionnaire, parts, lines, file).check();
        file.refuseIfFaulty();
        return new RuleSet(head, questionnaire, parts, flips);
    }

    private RuleSet.Head head(YamlFile.Entry root) {
        String id = root.text("code", "決まりの符号") + "/" + root.text("version", "版");
        if (QuestionnaireId.parse(id).isEmpty()) {
            file.fault(root.lineOf("code"), "決まりの符号と版 " + id + " は使えません。succession-routing と 1 のように書いてください。");
        }
        RuleSet.Head head = new RuleSet.Head(
                id,
                root.text("title", "題名"),
                root.text("source", "出典"),
                day(file, root, "validFrom", null),
                root.flag("confirmed", true),
                checksum(text),
                root.plain());
        if (!root.has("validFrom")) {
            file.fault(root.line(), "使い始める日（validFrom）がありません。");
        }
        return head;
    }

    private Questionnaire questionnaire(YamlFile.Entry root) {
        String id = root.text("questionnaire", "調査票");
        Optional<Questionnaire> found = QuestionnaireId.parse(id).flatMap(library::find);
        if (found.isEmpty()) {
            file.fault(root.lineOf("questionnaire"), "調査票 " + id + " はありません。");
            file.refuseIfFaulty();
        }
        return found.orElseThrow();
    }

    private SmallFirms small(YamlFile.Entry root) {
        Optional<YamlFile.Entry> entry = root.entry("small");
        if (entry.isEmpty()) {
            file.fault(root.line(), "小規模の範囲（small）がありません。");
            return new SmallFirms(0, Set.of(), 0);
        }
        entry.get().only("employees", "exceptIn");
        Optional<YamlFile.Entry> except = entry.get().entry("exceptIn");
        except.ifPresent(one -> one.only("industries", "employees"));
        except.ifPresent(one -> one.texts("industries").stream()
                .filter(letter -> !letter.matches("[A-T]"))
                .forEach(letter -> file.fault(one.lineOf("industries"), "業種の大分類は A から T です: " + letter)));
        return new SmallFirms(
                number(file, entry.get(), "employees"),
                new LinkedHashSet<>(except.map(one -> one.texts("industries")).orElse(List.of())),
                except.map(one -> number(file, one, "employees")).orElse(0));
    }

    private Place place(YamlFile.Entry entry) {
        entry.only("name", "label", "municipalities");
        List<String> codes = entry.texts("municipalities");
        for (String code : codes) {
            MunicipalityCode.fault(code)
                    .ifPresent(fault -> file.fault(entry.lineOf("municipalities"), code + ": " + fault));
        }
        return new Place(entry.text("name", "市町村の集まりの名前"), entry.text("label", "呼び名"), new LinkedHashSet<>(codes));
    }

    static int number(YamlFile file, YamlFile.Entry entry, String key) {
        String text = entry.text(key, "数");
        if (text.matches("[0-9]{1,4}")) {
            return Integer.parseInt(text);
        }
        if (!text.isEmpty()) {
            file.fault(entry.lineOf(key), key + " は整数です: " + text);
        }
        return 0;
    }

    static LocalDate day(YamlFile file, YamlFile.Entry entry, String key, LocalDate otherwise) {
        if (!entry.has(key)) {
            return otherwise;
        }
        try {
            return LocalDate.parse(entry.text(key, "日付"));
        } catch (DateTimeParseException e) {
            file.fault(entry.lineOf(key), key + " は 2021-04-01 の形で書いてください。");
            return otherwise;
        }
    }

    static List<String> refuseTwice(YamlFile file, List<String> seen, String code, int line, String what) {
        List<String> all = new ArrayList<>(seen);
        if (all.contains(code)) {
            file.fault(line, what + " " + code + " が二度あります。");
        }
        all.add(code);
        return all;
    }

    /** Of the text with plain line ends: a checkout on Windows is not a change of the rules. */
    private static String checksum(String text) {
        try {
            byte[] bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

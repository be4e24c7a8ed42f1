package jp.toritsugi.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class XlsFormTest {

    @Test
    void the_workbook_has_the_three_sheets_with_their_headings() throws Exception {
        Workbook book = book("2016");

        assertThat(book.rows.keySet()).containsExactly("survey", "choices", "settings");
        assertThat(book.rows.get("survey").get(0))
                .containsExactly("type", "name", "label", "hint", "required", "relevant", "calculation");
        assertThat(book.rows.get("settings").get(1))
                .containsExactly("事業承継診断票（相対用） 2016", "succession-diagnosis", "2016");
    }

    @Test
    void a_question_stands_with_its_printed_wording_and_its_whole_way_there() throws Exception {
        assertThat(row(book("2016"), "Q10"))
                .containsExactly(
                        "select_one yes_no",
                        "Q10",
                        "Q10 事業を売却や譲渡などによって引継ぐ相手先の候補はありますか。",
                        "(Q7「いいえ」への質問)",
                        "",
                        "(${Q1} = 'no' and ${Q7} = 'no')",
                        "");
        assertThat(row(book("2016"), "Q8").get(5))
                .isEqualTo("((${Q1} = 'yes' and ${Q2} = 'no') or (${Q1} = 'no' and ${Q7} = 'yes'))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016", "2022"})
    void every_list_a_question_names_is_there_with_answers_and_non_responses(String version) throws Exception {
        Workbook book = book(version);
        for (Question question : sheet(version).questions()) {
            String list = row(book, OdkNames.name(question.code())).get(0).substring("select_one ".length());
            List<String> names = book.rows.get("choices").stream()
                    .filter(row -> row.get(0).equals(list))
                    .map(row -> row.get(1))
                    .toList();
            List<String> expected = new ArrayList<>(
                    question.choices().stream().map(choice -> choice.code()).toList());
            expected.addAll(List.of("unknown", "declined", "not-asked"));
            assertThat(names).as(question.code()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016", "2022"})
    void both_exports_hold_the_same_conditions(String version) throws Exception {
        Workbook book = book(version);
        Document form = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(XForm.of(sheet(version))));
        Map<String, String> binds = new HashMap<>();
        NodeList nodes = form.getElementsByTagName("bind");
        for (int i = 0; i < nodes.getLength(); i++) {
            Element bind = (Element) nodes.item(i);
            binds.put(bind.getAttribute("nodeset"), bind.getAttribute("relevant") + bind.getAttribute("calculate"));
        }
        for (Question question : sheet(version).questions()) {
            String name = OdkNames.name(question.code());
            assertThat(row(book, name).get(5).replaceAll("\\$\\{(\\w+)}", "/data/$1"))
                    .isEqualTo(binds.get("/data/" + name));
        }
        assertThat(row(book, "leaf").get(6).replaceAll("\\$\\{(\\w+)}", "/data/$1"))
                .isEqualTo(binds.get("/data/leaf"));
    }

    private static List<String> row(Workbook book, String name) {
        return book.rows.get("survey").stream()
                .filter(row -> row.get(1).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Questionnaire sheet(String version) {
        return QuestionnaireLibrary.load()
                .find(new QuestionnaireId("succession-diagnosis", version))
                .orElseThrow();
    }

    private static Workbook book(String version) throws Exception {
        return new Workbook(XlsForm.of(sheet(version)));
    }

    /** As much of the file format as there is to read back: strings, in rows of seven. */
    private static final class Workbook {
        private final Map<String, List<List<String>>> rows = new LinkedHashMap<>();

        Workbook(byte[] bytes) throws Exception {
            Map<String, Document> parts = parts(bytes);
            NodeList texts = parts.get("xl/sharedStrings.xml").getElementsByTagName("si");
            NodeList sheets = parts.get("xl/workbook.xml").getElementsByTagName("sheet");
            for (int i = 0; i < sheets.getLength(); i++) {
                rows.put(
                        ((Element) sheets.item(i)).getAttribute("name"),
                        read(parts.get("xl/worksheets/sheet" + (i + 1) + ".xml"), texts));
            }
        }

        private static List<List<String>> read(Document sheet, NodeList texts) {
            List<List<String>> read = new ArrayList<>();
            NodeList rows = sheet.getElementsByTagName("row");
            for (int i = 0; i < rows.getLength(); i++) {
                List<String> cells = new ArrayList<>();
                NodeList found = ((Element) rows.item(i)).getElementsByTagName("c");
                for (int j = 0; j < found.getLength(); j++) {
                    Element cell = (Element) found.item(j);
                    int column = cell.getAttribute("r").charAt(0) - 'A';
                    while (cells.size() < column) {
                        cells.add("");
                    }
                    cells.add(texts.item(Integer.parseInt(cell.getTextContent().trim()))
                            .getTextContent());
                }
                while (i > 0 && read.get(0).size() > cells.size()) {
                    cells.add("");
                }
                read.add(cells);
            }
            return read;
        }

        /** By way of a file: the library leaves sizes to the directory at the end, which a stream does not see. */
        private static Map<String, Document> parts(byte[] bytes) throws Exception {
            Path file = Files.write(Files.createTempFile("form", ".xlsx"), bytes);
            Map<String, Document> parts = new HashMap<>();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    parts.put(
                            entry.getName(),
                            DocumentBuilderFactory.newInstance()
                                    .newDocumentBuilder()
                                    .parse(zip.getInputStream(entry)));
                }
            } finally {
                Files.delete(file);
            }
            return parts;
        }
    }
}

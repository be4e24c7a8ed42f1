package jp.toritsugi.inbox;

import static jp.toritsugi.testing.LoggedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.toritsugi.referral.CaseSteps;
import jp.toritsugi.testing.SmallNetwork;
import jp.toritsugi.testing.TestDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PapersResourceTest {
    private static final String CONSULTANT = "center-consultant";

    /** An ordinary case with names that few fonts can write, and with everything that must not be on the paper. */
    private static final String SHEET = CaseSteps.CASE_7
            .formatted("𠮷野家髙﨑")
            .replace("\"name\": \"弘前 太郎\"", "\"name\": \"邉見 槗子<&>\"")
            .replace(
                    "\"supportWish\"",
                    "\"comments\": {\"Q7\": \"まだ考えていない\"}, \"facts\": {\"guarantee\": true, \"healthConcern\": true},"
                            + " \"note\": \"備考の秘密\", \"supportWish\"");

    @Test
    void the_slip_says_what_was_given_and_nothing_else() throws IOException {
        String diagnosis = CaseSteps.recorded("minato-officer", SHEET);
        as("minato-officer")
                .contentType(ContentType.JSON)
                .body("{\"name\": \"候補 花子\"}")
                .put("/api/v1/diagnoses/{id}/candidate", diagnosis)
                .then()
                .statusCode(200);
        String id = CaseSteps.handedOver(diagnosis, CaseSteps.center());
        String receipt = as("minato-officer")
                .get("/api/v1/diagnoses/" + diagnosis)
                .then()
                .extract()
                .path("receipt");

        for (String user : List.of(CONSULTANT, "minato-officer", "coordinator")) {
            try (PDDocument pdf = printed(user, "/referrals/" + id + "/slip.pdf")) {
                String text = text(pdf);
                assertThat(text)
                        .as(user)
                        .contains(
                                "取次票",
                                receipt,
                                "事業承継・引継ぎ支援センター",
                                "みなと商工会議所",
                                "事務局子",
                                "𠮷野家髙﨑",
                                "邉見槗子<&>",
                                "本人の同意（令和元年10月15日署名）",
                                "後継者・相手先・相談先がいずれも未定",
                                "まだ考えていない",
                                "いいえ",
                                "経営者保証はい",
                                "返送欄",
                                "人材バンク登録・成約",
                                "1/1")
                        .doesNotContain("備考の秘密", "候補花子", "健康", "〓", "#");
                assertThat(pdf.getNumberOfPages()).isEqualTo(1);
                assertThat(fonts(pdf)).isNotEmpty().allMatch(PDFont::isEmbedded);
                assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("取次票");
            }
        }
        assertThat(SmallNetwork.count("trail where action = 'printed' and subject_kind = 'referral' and subject = '"
                        + diagnosis + "' and details ->> 'paper' = 'slip'"))
                .isEqualTo(3);
        as(CONSULTANT).get("/api/v1/referrals/" + id + "/slip.pdf").then().statusCode(200);
    }

    @Test
    void the_cover_is_neutral() throws IOException {
        String diagnosis = CaseSteps.recorded("minato-officer", SHEET);
        String id = CaseSteps.handedOver(diagnosis, CaseSteps.desk("secretariat", "yorozu", "承継の窓口"), "近い");

        try (PDDocument pdf = printed("coordinator", "/api/v1/referrals/" + id + "/cover.pdf")) {
            assertThat(text(pdf))
                    .contains("送付状", "ネットワーク事務局", "受付番号", "親展")
                    .doesNotContain("承継", "診断", "後継", "𠮷野家", "邉見", "弘前", "みなと商工会議所", "食堂");
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void a_letter_no_font_has_is_told_instead_of_left_out() throws IOException {
        String diagnosis = CaseSteps.recorded("minato-officer", CaseSteps.CASE_7.formatted("絵文字🍎堂"));
        String id = CaseSteps.handedOver(diagnosis, CaseSteps.center());

        try (PDDocument pdf = printed(CONSULTANT, "/referrals/" + id + "/slip.pdf")) {
            assertThat(text(pdf)).contains("絵文字〓堂");
        }
    }

    @Test
    void what_was_taken_back_is_printed_no_more() {
        String diagnosis = CaseSteps.case7("食堂りんご");
        String id = CaseSteps.handedOver(diagnosis, CaseSteps.center());
        as("minato-officer")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "気が変わった"))
                .post("/api/v1/diagnoses/{id}/consents/all/withdrawal", diagnosis)
                .then()
                .statusCode(200);

        as(CONSULTANT).get("/referrals/" + id + "/slip.pdf").then().statusCode(404);
        as("minato-officer").get("/referrals/" + id + "/slip.pdf").then().statusCode(409);
        assertThat(as("minato-officer")
                        .accept("text/html")
                        .get("/referrals/" + id)
                        .asString())
                .doesNotContain("slip.pdf");
        assertThat(SmallNetwork.count("trail where action = 'printed'")).isZero();
    }

    private static PDDocument printed(String user, String address) throws IOException {
        byte[] pdf = as(user).get(address)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/pdf")
                .extract()
                .asByteArray();
        return Loader.loadPDF(pdf);
    }

    /** Without blanks: a line is broken where the paper ends. */
    private static String text(PDDocument pdf) throws IOException {
        PDFTextStripper reader = new PDFTextStripper();
        reader.setSortByPosition(true);
        return reader.getText(pdf).replaceAll("[\\s　]", "");
    }

    private static List<PDFont> fonts(PDDocument pdf) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (var page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }
}

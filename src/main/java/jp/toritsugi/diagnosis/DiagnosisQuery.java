package jp.toritsugi.diagnosis;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is looked for. Addresses carry filters; a name someone searches for goes by POST in pages, never into a log. */
public class DiagnosisQuery {
    @QueryParam("q")
    @Parameter(description = "事業者名・カナ・代表者名・法人番号・管理番号の一部")
    String q;

    @QueryParam("receipt")
    @Parameter(description = "受付番号")
    String receipt;

    @QueryParam("municipality")
    String municipality;

    @QueryParam("leaf")
    String leaf;

    @QueryParam("leafState")
    String leafState;

    @QueryParam("institution")
    String institution;

    @QueryParam("status")
    @Parameter(description = "recorded または withdrawn。省くと取り下げを除く")
    String status;

    @QueryParam("from")
    LocalDate from;

    @QueryParam("to")
    LocalDate to;

    @QueryParam("offBranch")
    Boolean offBranch;

    @QueryParam("sort")
    @Parameter(description = "day（診断日の新しい順、既定）または name（五十音順）")
    String sort;

    @QueryParam("limit")
    Integer limit;

    @QueryParam("after")
    String after;
}

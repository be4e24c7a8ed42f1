package jp.toritsugi.report;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;
import jp.toritsugi.query.TypedFilters;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * What an address asks for, as it was typed: a page must be able to show a mistyped date again, with what is wrong beside
 * it. {@link RequestReader} makes sense of it.
 */
public class ReportRequest {
    private static final List<String> NAMES = List.of(
            "from",
            "to",
            "basis",
            "asOf",
            "version",
            "institution",
            "institutionType",
            "municipality",
            "area",
            "industry",
            "ageFrom",
            "ageTo",
            "leaf");

    @Context
    UriInfo address;

    @QueryParam("from")
    @Parameter(description = "最初の診断日（2019-07-01、令和元年7月1日）。省くと、to の年度の初日")
    String from;

    @QueryParam("to")
    @Parameter(description = "最後の診断日。省くと今日")
    String to;

    @QueryParam("basis")
    @Parameter(description = "as-written（公表方式、既定）または on-branch（分岐整合方式）")
    String basis;

    @QueryParam("asOf")
    @Parameter(description = "いつの時点で分かっていたことか。過去の日時（2020-01-10T09:00:00+09:00）、または日付（その日の終わり）。省くと今")
    String asOf;

    @QueryParam("version")
    @Parameter(description = "調査票の版。省くと期間内に最も多く使われた版")
    String version;

    @QueryParam("institution")
    @Parameter(description = "支援機関")
    String institution;

    @QueryParam("institutionType")
    @Parameter(description = "支援機関の種別（chamber、bank など）")
    String institutionType;

    @QueryParam("municipality")
    @Parameter(description = "市町村コード（6桁）")
    String municipality;

    @QueryParam("area")
    @Parameter(description = "地域（東青、中南 など）")
    String area;

    @QueryParam("industry")
    @Parameter(description = "業種（日本標準産業分類の大分類 A から T）")
    String industry;

    @QueryParam("ageFrom")
    @Parameter(description = "代表者の年齢の下限（診断日現在）")
    String ageFrom;

    @QueryParam("ageTo")
    @Parameter(description = "代表者の年齢の上限")
    String ageTo;

    @QueryParam("leaf")
    @Parameter(description = "到達区分")
    String leaf;

    /** What was typed, by parameter name; names that are none of a report's must have been refused already. */
    static ReportRequest of(Map<String, String> typed) {
        ReportRequest request = new ReportRequest();
        request.from = typed.get("from");
        request.to = typed.get("to");
        request.institution = typed.get("institution");
        request.institutionType = typed.get("institutionType");
        request.municipality = typed.get("municipality");
        request.area = typed.get("area");
        request.industry = typed.get("industry");
        request.ageFrom = typed.get("ageFrom");
        request.ageTo = typed.get("ageTo");
        request.leaf = typed.get("leaf");
        return request;
    }

    /** A misspelt filter that is silently left out shows too much. */
    List<Violation> unknownNames() {
        if (address == null) {
            return List.of();
        }
        try {
            TypedFilters.read(address.getQueryParameters(), NAMES);
            return List.of();
        } catch (InvalidInput invalid) {
            return invalid.violations();
        }
    }

    boolean namesNoPeriod() {
        return isBlank(from) && isBlank(to);
    }

    static boolean isBlank(String written) {
        return written == null || written.isBlank();
    }
}

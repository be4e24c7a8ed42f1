package jp.toritsugi.report;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is counted: a period, the moment as of which it is known, and which sheets. */
public class ReportFilter {
    @QueryParam("from")
    @Parameter(description = "最初の診断日。省くと今年度の初日")
    LocalDate from;

    @QueryParam("to")
    @Parameter(description = "最後の診断日。省くと今日")
    LocalDate to;

    @QueryParam("basis")
    String basis;

    @QueryParam("asOf")
    @Parameter(description = "いつの時点で分かっていたことか（過去の日時）。省くと今")
    Instant asOf;

    @QueryParam("version")
    @Parameter(description = "調査票の版。省くと期間内に最も多く使われた版")
    String version;

    @QueryParam("institution")
    String institution;

    @QueryParam("institutionType")
    String institutionType;

    @QueryParam("municipality")
    String municipality;

    @QueryParam("area")
    String area;

    @QueryParam("industry")
    String industry;

    @QueryParam("ageFrom")
    Integer ageFrom;

    @QueryParam("ageTo")
    Integer ageTo;

    @QueryParam("leaf")
    String leaf;

    /** Whole months, known now, all sheets: what the monthly tally answers. */
    boolean isStandard() {
        return asOf == null
                && from.getDayOfMonth() == 1
                && to.equals(YearMonth.from(to).atEndOfMonth())
                && Arrays.asList(institution, institutionType, municipality, area, industry, leaf).stream()
                        .allMatch(value -> value == null || value.isBlank())
                && Objects.equals(ageFrom, null)
                && Objects.equals(ageTo, null);
    }
}

package jp.toritsugi.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of one period, with all that is needed to read them rightly.
 *
 * @param questionnaire code
 * @param version whose questions the tables are
 * @param versions all versions with sheets in the period, and how many: figures of different versions are not mixed
 * @param asOf moment as of which the sheets were known
 * @param diagnoses 診断件数: sheets, answered or not
 * @param filters what was asked for beside the period, by parameter name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
        String questionnaire,
        String version,
        Map<String, Long> versions,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        String basis,
        Map<String, String> filters,
        long diagnoses,
        List<TallyTable> tables,
        AgeTable ages) {

    public Optional<TallyTable> table(String question) {
        return tables.stream()
                .filter(table -> table.question().equals(question))
                .findFirst();
    }
}

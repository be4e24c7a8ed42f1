package jp.toritsugi.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.DateReader;
import jp.toritsugi.japan.FiscalYear;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.Violation;

/** Makes sense of what was asked for, for programs and for pages alike, and says everything that cannot be. */
@ApplicationScoped
class RequestReader {
    private final SheetFilterReader sheets;
    private final Clock clock;

    RequestReader(SheetFilterReader sheets, Clock clock) {
        this.sheets = sheets;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param filter null when there are faults
     */
    record Understood(ReportFilter filter, List<Violation> faults) {
        /** @throws InvalidInput naming every field at fault */
        ReportFilter orRefuse() {
            if (!faults.isEmpty()) {
                throw new InvalidInput(faults);
            }
            return filter;
        }
    }

    Understood read(String questionnaire, ReportRequest request, Viewer viewer) {
        List<Violation> faults = new ArrayList<>(request.unknownNames());
        LocalDate today = LocalDate.now(clock);
        LocalDate from = field("from", request.from, RequestReader::day, faults);
        LocalDate to = field("to", request.to, RequestReader::day, faults);
        if (to == null) {
            to = from != null && from.isAfter(today) ? from : today;
        }
        if (from == null) {
            from = FiscalYear.of(to).start();
        }
        if (faults.isEmpty() && from.isAfter(to)) {
            faults.add(new Violation("from", "期間の始まりが終わりより後です。"));
        }
        Instant asOf = field("asOf", request.asOf, this::moment, faults);
        Basis basis = field("basis", request.basis, Basis::of, faults);
        SheetFilter filter = sheets.read(questionnaire, request, viewer.network(), to, faults);
        String version = ReportRequest.isBlank(request.version) ? null : request.version.strip();
        return new Understood(
                faults.isEmpty()
                        ? new ReportFilter(from, to, asOf, basis == null ? Basis.AS_WRITTEN : basis, version, filter)
                        : null,
                faults);
    }

    /** Null for what is left blank, and for what cannot be read: the fault then stands in the list. */
    static <T> T field(String name, String written, Function<String, T> reader, List<Violation> faults) {
        if (ReportRequest.isBlank(written)) {
            return null;
        }
        try {
            return reader.apply(written.strip());
        } catch (Unreadable e) {
            faults.add(new Violation(name, e.getMessage()));
            return null;
        }
    }

    /** What is wrong with one field, in a sentence. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String sentence) {
            super(sentence, null, false, false);
        }
    }

    private static LocalDate day(String written) {
        DateReader.Result result = DateReader.read(written);
        if (result.day() == null) {
            throw new Unreadable(result.fault());
        }
        return result.day();
    }

    /** A day means its end; today's end has not come yet and means now. */
    private Instant moment(String written) {
        Instant now = clock.instant();
        Instant moment;
        try {
            // An unescaped plus sign of an offset arrives as a space.
            moment = OffsetDateTime.parse(written.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            LocalDate day = DateReader.read(written).day();
            if (day == null) {
                throw new Unreadable("時点として読めません。令和元年12月31日、2019-12-31、2020-01-10T09:00:00+09:00 のように書いてください。");
            }
            if (day.equals(LocalDate.now(clock))) {
                return null;
            }
            moment = Moments.endOf(day);
        }
        if (moment.isAfter(now)) {
            throw new Unreadable("時点には過去の日時を指定してください。");
        }
        return moment;
    }
}

package jp.toritsugi.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The sheets that figures were asked of, understood and complete.
 *
 * @param from first day of interview
 * @param to last day of interview
 * @param filters what narrows, by the contract's parameter names
 * @param municipalities codes of the area they are narrowed to; null where they are not
 * @param narrowed whether only some sheets are asked for, or no span of whole months
 * @param closed of those without consent, all versions together
 * @param whose whose sheets these are, in a sentence
 * @param period in the Japanese calendar
 * @param words what narrows, in words
 */
public record AskedSheets(
        LocalDate from,
        LocalDate to,
        Map<String, String> filters,
        List<String> municipalities,
        boolean narrowed,
        FigureGuard.Closed closed,
        String whose,
        String period,
        List<Heading.Line> words) {

    /** 2019-07-01～2019-12-31. */
    public String days() {
        return from + "～" + to;
    }
}

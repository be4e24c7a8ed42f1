package jp.toritsugi.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.query.SqlConditions;

/** What a report asks of sheets, as SQL. */
@ApplicationScoped
class SheetConditions {
    private static final String OF_TYPE =
            "institution in (select i.code from institution i where i.network = :network and i.type = :institutionType)";

    private final Municipalities municipalities;

    SheetConditions(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /** Of {@code report_sheet}: the sheets that are counted. */
    SqlConditions of(String questionnaire, ReportFilter filter, Viewer viewer) {
        SqlConditions where = new SqlConditions();
        where.add("network = :network", "network", viewer.network());
        where.add("questionnaire = :questionnaire", "questionnaire", questionnaire);
        if (filter.asOf() == null) {
            where.add("known_to = 'infinity'");
        } else {
            where.add("known_from <= :asOf and known_to > :asOf", "asOf", filter.asOf());
        }
        viewer.confinedTo().ifPresent(own -> where.add("institution = :own", "own", own));
        where.add(narrowing(filter, viewer));
        return where;
    }

    /** Of {@code report_sheet} and {@code report_closed}: the period and what narrows it. */
    SqlConditions narrowing(ReportFilter filter, Viewer viewer) {
        SheetFilter sheets = filter.sheets();
        SqlConditions where = new SqlConditions();
        where.add("interviewed_on between :from and :to", "from", filter.from());
        where.bind("to", filter.to());
        where.bind("network", viewer.network());
        where.addIfGiven("institution = :institution", "institution", sheets.institution());
        where.addIfGiven(OF_TYPE, "institutionType", sheets.institutionType());
        where.addIfGiven("municipality = :municipality", "municipality", sheets.municipality());
        where.addIfGiven(
                "industry like :industry", "industry", sheets.industry() == null ? null : sheets.industry() + "%");
        where.addIfGiven("age >= :ageFrom", "ageFrom", sheets.ageFrom());
        where.addIfGiven("age <= :ageTo", "ageTo", sheets.ageTo());
        where.addIfGiven("leaf = :leaf", "leaf", sheets.leaf());
        if (sheets.area() != null) {
            List<String> codes = municipalities.inArea(viewer.network(), sheets.area(), filter.to());
            where.add("municipality = any(:codes)", "codes", codes.toArray(String[]::new));
        }
        return where;
    }

    /** Of {@code report_closed}: as much of it as an anonymous line of the list shows. */
    SqlConditions shownOfClosed(String questionnaire, ReportFilter filter, Viewer viewer) {
        SheetFilter sheets = filter.sheets();
        SqlConditions where = new SqlConditions();
        where.add("network = :network", "network", viewer.network());
        where.add("questionnaire = :questionnaire", "questionnaire", questionnaire);
        where.add("status = 'recorded'");
        where.add(
                "interviewed_in between :fromMonth and :toMonth",
                "fromMonth",
                filter.from().withDayOfMonth(1));
        where.bind("toMonth", filter.to());
        where.addIfGiven("institution = :institution", "institution", sheets.institution());
        where.addIfGiven(OF_TYPE, "institutionType", sheets.institutionType());
        where.addIfGiven("leaf = :leaf", "leaf", sheets.leaf());
        return where;
    }
}

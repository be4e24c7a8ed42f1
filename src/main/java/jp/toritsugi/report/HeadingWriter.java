package jp.toritsugi.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.Industries;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.InstitutionType;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.questionnaire.QuestionnaireId;
import jp.toritsugi.questionnaire.QuestionnaireLibrary;

/** Says in words what a report is about. */
@ApplicationScoped
class HeadingWriter {
    private final Register register;
    private final Municipalities municipalities;
    private final Industries industries;
    private final QuestionnaireLibrary library;
    private final ObjectMapper mapper;
    private final Clock clock;

    HeadingWriter(
            Register register,
            Municipalities municipalities,
            Industries industries,
            QuestionnaireLibrary library,
            ObjectMapper mapper,
            Clock clock) {
        this.register = register;
        this.municipalities = municipalities;
        this.industries = industries;
        this.library = library;
        this.mapper = mapper;
        this.clock = clock;
    }

    Heading of(Report report, ReportFilter filter, Viewer viewer) {
        QuestionnaireId id = new QuestionnaireId(report.questionnaire(), report.version());
        return new Heading(
                viewer.networkName(),
                whose(viewer),
                library.find(id).orElseThrow().title() + " " + report.version() + "年版",
                Moments.period(report.from(), report.to()),
                report.from() + "～" + report.to(),
                report.asOf(),
                filter.basis(),
                filters(filter.sheets(), viewer.network()),
                report.diagnoses(),
                outline(report.questionnaire()).caveat(),
                clock.instant());
    }

    Outline outline(String questionnaire) {
        return Outline.of(questionnaire, mapper);
    }

    static String whose(Viewer viewer) {
        return viewer.confinedTo().isPresent()
                ? viewer.institutionName() + (viewer.branch() == null ? "" : "の自分の支店") + "の診断票だけの集計です。"
                : viewer.networkName() + "のすべての支援機関の診断票の集計です。";
    }

    List<Heading.Line> filters(SheetFilter filter, String network) {
        List<Heading.Line> words = new ArrayList<>();
        if (filter.institution() != null) {
            String name = register.institution(network, filter.institution())
                    .map(Institution::name)
                    .orElse(filter.institution());
            words.add(new Heading.Line("支援機関", name));
        }
        if (filter.institutionType() != null) {
            words.add(new Heading.Line(
                    "機関の種別",
                    InstitutionType.find(filter.institutionType()).orElseThrow().label()));
        }
        if (filter.area() != null) {
            words.add(new Heading.Line("地域", filter.area()));
        }
        if (filter.municipality() != null) {
            words.add(new Heading.Line("市町村", municipalities.nameOf(filter.municipality())));
        }
        if (filter.industry() != null) {
            String name = industries.find(filter.industry()).orElseThrow().name();
            words.add(new Heading.Line("業種", filter.industry() + " " + name));
        }
        if (filter.ageFrom() != null || filter.ageTo() != null) {
            words.add(new Heading.Line("代表者の年齢", ages(filter.ageFrom(), filter.ageTo())));
        }
        if (filter.leaf() != null) {
            words.add(new Heading.Line("到達区分", filter.leaf()));
        }
        return words;
    }

    private static String ages(Integer from, Integer to) {
        if (to == null) {
            return from + "歳以上";
        }
        return from == null ? to + "歳以下" : from + "歳～" + to + "歳";
    }
}

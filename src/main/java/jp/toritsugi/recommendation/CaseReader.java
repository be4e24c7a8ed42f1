package jp.toritsugi.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import jp.toritsugi.enterprise.EnterpriseData;
import jp.toritsugi.enterprise.EnterpriseKind;
import jp.toritsugi.questionnaire.Questionnaire;
import jp.toritsugi.routing.ConsentCover;
import jp.toritsugi.routing.Fact;
import jp.toritsugi.routing.RoutingCase;
import jp.toritsugi.routing.StandingAnswers;
import jp.toritsugi.sheet.Facts;
import jp.toritsugi.sheet.NewDiagnosis;
import jp.toritsugi.sheet.SheetReader;
import jp.toritsugi.sheet.UnderstoodSheet;

/** Takes from a sheet what routing looks at, and nothing that says whose it is. */
@ApplicationScoped
class CaseReader {
    private static final Facts NONE =
            new Facts(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * What a case stands in, beside its sheet.
     *
     * @param institutionType who diagnosed, or null
     * @param openCase another case of the same firm is open
     */
    record Surroundings(String network, String institutionType, boolean openCase) {}

    RoutingCase read(UnderstoodSheet sheet, Questionnaire questionnaire, Surroundings around) {
        NewDiagnosis content = sheet.content();
        return read(content, StandingAnswers.of(questionnaire, content.answers(), sheet.reading()), around);
    }

    /** @param standing of its answers */
    RoutingCase read(NewDiagnosis content, StandingAnswers standing, Surroundings around) {
        EnterpriseData firm = content.enterprise();
        Facts facts = content.facts() == null ? NONE : content.facts();
        LocalDate birth = content.representative() == null
                ? null
                : content.representative().birthDate();
        return new RoutingCase(
                content.questionnaire(),
                content.interviewedOn(),
                standing.answers(),
                standing.inferred(),
                standing.leaf(),
                standing.leafState(),
                SheetReader.age(content),
                birth,
                kind(firm.kind()),
                firm.employees(),
                firm.industry(),
                firm.municipality(),
                facts(facts),
                facts.handoverWithinYears(),
                facts.performance() == null ? null : performance(facts.performance()),
                facts.adviser() != null && !facts.adviser().isBlank(),
                content.supportWish() == null ? null : wish(content.supportWish()),
                ConsentCover.of(content.spokenConsents(), content.interviewedOn()),
                // A network's code is its prefecture's, and so are the first two digits of a municipality's.
                firm.municipality() != null && !firm.municipality().startsWith(around.network()),
                around.openCase(),
                around.institutionType());
    }

    private static String kind(EnterpriseKind kind) {
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case CORPORATION -> "corporation";
            case SOLE_PROPRIETOR -> "sole-proprietor";
        };
    }

    private static String performance(Facts.Performance performance) {
        return switch (performance) {
            case UP -> "up";
            case FLAT -> "flat";
            case DOWN -> "down";
        };
    }

    private static String wish(NewDiagnosis.SupportWish wish) {
        return switch (wish) {
            case WANTED -> "wanted";
            case NOT_NOW -> "not-now";
            case UNDECIDED -> "undecided";
        };
    }

    private static Map<Fact, Boolean> facts(Facts facts) {
        Map<Fact, Boolean> known = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            Boolean there = there(facts, fact);
            if (there != null) {
                known.put(fact, there);
            }
        }
        return known;
    }

    private static Boolean there(Facts facts, Fact fact) {
        return switch (fact) {
            case DEBT_RESCHEDULING -> facts.debtRescheduling();
            case INSOLVENT -> facts.insolvent();
            case CASH_TIGHT -> facts.cashTight();
            case CLOSING -> facts.closing();
            case LOANS -> facts.loans();
            case GUARANTEE -> facts.guarantee();
            case SHARES_DISPERSED -> facts.sharesDispersed();
            case INHERITANCE_CONCERN -> facts.inheritanceConcern();
            case TAX_RELIEF -> facts.taxRelief();
            case DISPUTE -> facts.dispute();
            case HEALTH_CONCERN -> facts.healthConcern();
            case OPEN_SEARCH -> facts.openSearch();
        };
    }
}

package jp.toritsugi.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.BusinessDays;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.routing.Deadlines;
import jp.toritsugi.routing.Recommendation;
import jp.toritsugi.routing.RoutingCase;
import jp.toritsugi.routing.RuleSet;
import jp.toritsugi.sheet.UnderstoodSheet;

/**
 * Says to whom a sheet's case should go, and keeps what was said. A sheet recorded one at a time is advised at once, one of
 * an import when somebody first opens it: by the rules that were in force when its revision was written, so both say the
 * same (decisions/0009).
 */
@ApplicationScoped
public class Recommender {
    private final NetworkRules rules;
    private final CaseReader reader;
    private final KeptRecommendations kept;
    private final BusinessDays calendar;
    private final Register register;
    private final OpenCases openCases;
    private final AdviceSettings settings;
    private final Clock clock;

    Recommender(
            NetworkRules rules,
            CaseReader reader,
            KeptRecommendations kept,
            BusinessDays calendar,
            Register register,
            OpenCases openCases,
            AdviceSettings settings,
            Clock clock) {
        this.settings = settings;
        this.openCases = openCases;
        this.rules = rules;
        this.reader = reader;
        this.kept = kept;
        this.calendar = calendar;
        this.register = register;
        this.clock = clock;
    }

    /**
     * @return empty where no rules were made for its questionnaire, and for those whom it does not concern: without a
     *     consent everybody but the diagnosing institution
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<RecommendationView> advise(AdvisedSheet of, UnderstoodSheet sheet, Viewer viewer) {
        Optional<RecommendationView> known = kept.find(of);
        return known.isPresent()
                ? known.filter(view -> concerns(view, viewer.standsFor(of.institution())))
                : adviseAnew(of, sheet, viewer);
    }

    /** As {@link #advise}, for a revision just written, about which nothing can have been said yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<RecommendationView> adviseAnew(AdvisedSheet of, UnderstoodSheet sheet, Viewer viewer) {
        return adviseAnew(of, sheet, viewer.standsFor(of.institution()));
    }

    /**
     * As {@link #adviseAnew(AdvisedSheet, UnderstoodSheet, Viewer)}, for one sheet of an import; empty for an interview of
     * long ago too, for the past is not worked through again.
     *
     * @param own whether whoever imports belongs to the diagnosing institution
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<RecommendationView> adviseImported(AdvisedSheet of, UnderstoodSheet sheet, boolean own) {
        LocalDate oldest = LocalDate.now(clock).minusDays(settings.importedDays());
        return sheet.content().interviewedOn().isBefore(oldest) ? Optional.empty() : adviseAnew(of, sheet, own);
    }

    private Optional<RecommendationView> adviseAnew(AdvisedSheet of, UnderstoodSheet sheet, boolean own) {
        LocalDate day = LocalDate.ofInstant(of.at(), clock.getZone());
        return rules.inForce(sheet.questionnaire(), day, of.network())
                .map(ruleSet -> made(of, sheet, ruleSet, day))
                .filter(made -> concerns(made.view(), own))
                .map(made -> {
                    kept.keep(of, made);
                    return made.view();
                });
    }

    private static boolean concerns(RecommendationView view, boolean own) {
        return !view.staysInside() || own;
    }

    /** What was made, of what, by which rules. */
    record Made(RuleSet ruleSet, RoutingCase input, RecommendationView view) {}

    private Made made(AdvisedSheet of, UnderstoodSheet sheet, RuleSet ruleSet, LocalDate day) {
        String institutionType = register.institution(of.network(), of.institution())
                .map(institution -> institution.type().code())
                .orElse(null);
        RoutingCase input = reader.read(
                sheet,
                ruleSet.questionnaire(),
                new CaseReader.Surroundings(
                        of.network(),
                        institutionType,
                        openCases.hasOther(of.diagnosis(), sheet.names().firmKey())));
        Recommendation made = ruleSet.recommend(input);
        Deadlines deadlines = made.referral() ? Deadlines.of(ruleSet, made.urgency(), day, calendar) : null;
        return new Made(
                ruleSet, input, RecommendationView.of(made, ruleSet, new ExplanationView.Days(input.day(), deadlines)));
    }
}

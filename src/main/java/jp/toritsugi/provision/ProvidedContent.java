package jp.toritsugi.provision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.enterprise.EnterpriseData;
import jp.toritsugi.enterprise.RepresentativeData;
import jp.toritsugi.sheet.Facts;
import jp.toritsugi.sheet.NewDiagnosis;

/**
 * What was given, as it stood at that moment: the chosen groups of the sheet and nothing else. A group that was not chosen
 * is null, as is one in which nothing is written.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProvidedContent(
        String questionnaire,
        Interview interview,
        EnterpriseData enterprise,
        RepresentativeData representative,
        Integer age,
        Map<String, String> answers,
        Map<String, String> comments,
        String leaf,
        String leafState,
        Wishes wishes,
        Facts facts,
        Boolean healthConcern,
        String note) {

    /** When and how the owner was asked, and by whom. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Interview(
            LocalDate interviewedOn,
            String branch,
            String interviewer,
            NewDiagnosis.Occasion occasion,
            NewDiagnosis.Manner manner) {}

    /** What the owner would like. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Wishes(
            NewDiagnosis.SupportWish supportWish,
            List<NewDiagnosis.DesiredSupport> desiredSupports,
            String contactPreference,
            Boolean familyContactAllowed) {
        boolean saysNothing() {
            return supportWish == null
                    && (desiredSupports == null || desiredSupports.isEmpty())
                    && contactPreference == null
                    && familyContactAllowed == null;
        }
    }

    static ProvidedContent of(OpenSheet open, Collection<ProvidedItem> items) {
        NewDiagnosis sheet = open.content();
        boolean person = items.contains(ProvidedItem.REPRESENTATIVE);
        boolean leaf = items.contains(ProvidedItem.LEAF);
        boolean answers = items.contains(ProvidedItem.ANSWERS);
        return new ProvidedContent(
                answers || leaf ? sheet.questionnaire() : null,
                items.contains(ProvidedItem.INTERVIEW)
                        ? new Interview(
                                sheet.interviewedOn(),
                                sheet.branch(),
                                sheet.interviewer(),
                                sheet.occasion(),
                                sheet.manner())
                        : null,
                items.contains(ProvidedItem.ENTERPRISE) ? sheet.enterprise() : null,
                person ? sheet.representative() : null,
                person ? open.age() : null,
                answers ? sheet.answers() : null,
                items.contains(ProvidedItem.COMMENTS) ? sheet.comments() : null,
                leaf ? open.leaf() : null,
                leaf ? open.leafState() : null,
                items.contains(ProvidedItem.WISHES) ? wishes(sheet) : null,
                items.contains(ProvidedItem.FACTS) ? withoutHealth(sheet.facts()) : null,
                items.contains(ProvidedItem.HEALTH_CONCERN) && sheet.facts() != null
                        ? sheet.facts().healthConcern()
                        : null,
                items.contains(ProvidedItem.NOTE) ? sheet.note() : null);
    }

    /** The groups in which something is written: what the record says was given. */
    List<ProvidedItem> items() {
        List<ProvidedItem> items = new ArrayList<>();
        for (ProvidedItem item : ProvidedItem.values()) {
            Object group =
                    switch (item) {
                        case INTERVIEW -> interview;
                        case ENTERPRISE -> enterprise;
                        case REPRESENTATIVE -> representative;
                        case ANSWERS -> answers;
                        case COMMENTS -> comments;
                        case LEAF -> leaf;
                        case WISHES -> wishes;
                        case FACTS -> facts;
                        case HEALTH_CONCERN -> healthConcern;
                        case NOTE -> note;
                    };
            if (group != null && !(group instanceof Map<?, ?> map && map.isEmpty()) && !"".equals(group)) {
                items.add(item);
            }
        }
        return items;
    }

    /** For saying it in Japanese, as a sheet is said. */
    NewDiagnosis asSheet() {
        Interview met = interview == null ? new Interview(null, null, null, null, null) : interview;
        Wishes wished = wishes == null ? new Wishes(null, null, null, null) : wishes;
        return new NewDiagnosis(
                questionnaire,
                met.interviewedOn(),
                null,
                met.branch(),
                met.interviewer(),
                null,
                met.occasion(),
                met.manner(),
                enterprise,
                representative,
                answers == null ? Map.of() : answers,
                comments,
                withHealth(facts, healthConcern),
                wished.supportWish(),
                wished.desiredSupports(),
                wished.contactPreference(),
                wished.familyContactAllowed(),
                null,
                note,
                null);
    }

    private static Wishes wishes(NewDiagnosis sheet) {
        Wishes wishes = new Wishes(
                sheet.supportWish(), sheet.desiredSupports(), sheet.contactPreference(), sheet.familyContactAllowed());
        return wishes.saysNothing() ? null : wishes;
    }

    private static Facts withoutHealth(Facts facts) {
        return facts == null ? null : withHealth(facts, null);
    }

    private static Facts withHealth(Facts facts, Boolean healthConcern) {
        if (facts == null) {
            return healthConcern == null ? null : withHealth(NOTHING, healthConcern);
        }
        Facts with = new Facts(
                facts.debtRescheduling(),
                facts.insolvent(),
                facts.cashTight(),
                facts.closing(),
                facts.loans(),
                facts.guarantee(),
                facts.sharesDispersed(),
                facts.inheritanceConcern(),
                facts.taxRelief(),
                facts.dispute(),
                healthConcern,
                facts.openSearch(),
                facts.handoverWithinYears(),
                facts.performance(),
                facts.adviser());
        return with.equals(NOTHING) ? null : with;
    }

    private static final Facts NOTHING =
            new Facts(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
}

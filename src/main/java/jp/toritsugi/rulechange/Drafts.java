package jp.toritsugi.rulechange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.recommendation.NetworkRules;
import jp.toritsugi.routing.CheckedRules;
import jp.toritsugi.routing.RuleSet;

/** What is done with drafts: sent, sent anew, approved by somebody else, taken back. */
@ApplicationScoped
class Drafts {
    /** So long before its first day a version is settled: until then every instance has noticed. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private static final String SEND =
            """
            select rule_draft_send(:id, :ruleSet, :title, :questionnaire, cast(:validFrom as date), :rules, :cases, :checksum,
              cast(:faults as jsonb), :name)""";
    private static final String APPROVE = "select rule_draft_approve(:id, :trial, :name)";
    private static final String WITHDRAW = "select rule_draft_withdraw(:id, :because, :name)";

    private final EntityManager entities;
    private final DraftReader reader;
    private final DraftCheck check;
    private final TrialReader trials;
    private final NetworkRules rules;
    private final Trail trail;
    private final ObjectMapper mapper;
    private final Clock clock;

    Drafts(
            EntityManager entities,
            DraftReader reader,
            DraftCheck check,
            TrialReader trials,
            NetworkRules rules,
            Trail trail,
            ObjectMapper mapper,
            Clock clock) {
        this.entities = entities;
        this.reader = reader;
        this.check = check;
        this.trials = trials;
        this.rules = rules;
        this.trail = trail;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Transactional
    List<RuleDraft> all(Viewer viewer) {
        return reader.all(viewer);
    }

    /** @throws NotFound out of the viewer's reach */
    @Transactional
    RuleDraft open(UUID id, Viewer viewer) {
        RuleDraft draft = reader.get(id, viewer);
        trail.write(event(Action.VIEWED, draft));
        return draft;
    }

    @Transactional
    DraftTexts texts(UUID id, Viewer viewer) {
        RuleDraft draft = reader.get(id, viewer);
        trail.write(event(Action.EXPORTED, draft).with("form", "下書きのファイル"));
        return reader.texts(draft);
    }

    /** Also a faulty one is kept, with its faults, until another is put in its place. */
    @Transactional
    RuleDraft send(DraftTexts texts, Viewer viewer) {
        return keep(UUID.randomUUID(), texts, Action.RECORDED, viewer);
    }

    /** @throws DraftNotReady when it is no draft any more */
    @Transactional
    RuleDraft replace(UUID id, DraftTexts texts, Viewer viewer) {
        reader.get(id, viewer);
        return keep(id, texts, Action.CORRECTED, viewer);
    }

    private RuleDraft keep(UUID id, DraftTexts texts, Action action, Viewer viewer) {
        CheckedRules checked = check.check(texts, viewer.network());
        RuleSet ruleSet = checked.ruleSet();
        Object kept = entities.createNativeQuery(SEND)
                .setParameter("id", id)
                .setParameter("ruleSet", ruleSet == null ? null : ruleSet.id())
                .setParameter("title", ruleSet == null ? null : ruleSet.head().title())
                .setParameter(
                        "questionnaire",
                        ruleSet == null ? null : ruleSet.questionnaire().id().toString())
                .setParameter(
                        "validFrom",
                        ruleSet == null ? null : ruleSet.head().validFrom().toString())
                .setParameter("rules", texts.rules())
                .setParameter("cases", texts.cases())
                .setParameter("checksum", texts.checksum())
                .setParameter("faults", faults(checked))
                .setParameter("name", viewer.displayName())
                .getSingleResult();
        if (!Boolean.TRUE.equals(kept)) {
            throw DraftNotReady.settled();
        }
        RuleDraft draft = reader.get(id, viewer);
        trail.write(event(action, draft)
                .with("checksum", draft.checksum())
                .with("faults", draft.faults().size()));
        return draft;
    }

    /**
     * A second person's word, about the text and the report they have before them. Everything is checked anew: days pass,
     * and other versions may have come in between.
     *
     * @param trial the report
     * @throws NeedsSecondPerson from the one who sent it
     */
    @Transactional
    void approve(UUID id, UUID trial, Viewer viewer) {
        RuleDraft draft = reader.get(id, viewer);
        if (!draft.isDraft()) {
            throw DraftNotReady.settled();
        }
        if (draft.sent().by().equals(viewer.userName())) {
            throw new NeedsSecondPerson();
        }
        CheckedRules checked = check.check(reader.texts(draft), viewer.network());
        if (!checked.faults().isEmpty()) {
            throw DraftNotReady.faulty();
        }
        refuseTooLate(draft);
        boolean isOfThisText = trials.latest(draft)
                .filter(report -> report.id().equals(trial))
                .filter(report -> report.isOf(draft, rules, viewer.network()))
                .isPresent();
        if (!isOfThisText || !isTrue(decision(APPROVE, id, viewer).setParameter("trial", trial))) {
            throw DraftNotReady.untried();
        }
        trail.write(event(Action.APPROVED, draft)
                .with("validFrom", draft.validFrom())
                .with("checksum", draft.checksum())
                .with("trial", trial));
    }

    /**
     * Before its first day; afterwards it has decided something.
     *
     * @param because needed for an approved version
     */
    @Transactional
    void withdraw(UUID id, String because, Viewer viewer) {
        RuleDraft draft = reader.get(id, viewer);
        String reason = because == null ? "" : because.strip();
        if (draft.isApproved()) {
            if (reason.isEmpty() || reason.length() > 500) {
                throw new InvalidInput("reason", "取り下げる理由を500文字以内で書いてください。");
            }
            refuseTooLate(draft);
            refuseBelowAnother(draft, viewer);
        }
        if (!isTrue(decision(WITHDRAW, id, viewer).setParameter("because", reason))) {
            throw DraftNotReady.settled();
        }
        trail.write(event(Action.WITHDRAWN, draft).with("reason", reason.isEmpty() ? null : reason));
    }

    private void refuseTooLate(RuleDraft draft) {
        Instant first = draft.validFrom().atStartOfDay(clock.getZone()).toInstant();
        if (clock.instant().isAfter(first.minus(SETTLED))) {
            throw DraftNotReady.tooLate();
        }
    }

    /** A later version was tried against this one. */
    private void refuseBelowAnother(RuleDraft draft, Viewer viewer) {
        rules.all(viewer.network()).stream()
                .filter(other -> other.questionnaire().id().toString().equals(draft.questionnaire()))
                .filter(other -> other.head().validFrom().isAfter(draft.validFrom()))
                .findFirst()
                .ifPresent(other -> {
                    throw DraftNotReady.later(other.id());
                });
    }

    private Query decision(String statement, UUID id, Viewer viewer) {
        return entities.createNativeQuery(statement).setParameter("id", id).setParameter("name", viewer.displayName());
    }

    private static boolean isTrue(Query decision) {
        return Boolean.TRUE.equals(decision.getSingleResult());
    }

    static TrailEvent event(Action action, RuleDraft draft) {
        return TrailEvent.of(action, "rules", draft.id(), null).with("ruleSet", draft.ruleSet());
    }

    private String faults(CheckedRules checked) {
        try {
            return mapper.writeValueAsString(
                    checked.faults().stream().map(DraftFault::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package jp.toritsugi.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.Consents;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.diagnosis.OpenSheets;
import jp.toritsugi.directory.Channel;
import jp.toritsugi.directory.Desk;
import jp.toritsugi.directory.Desks;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.InvalidInput;

/** Desks that could take a case, the nearest first, with how much they have to do. */
@ApplicationScoped
class DeskChoices {
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final String LOADS =
            """
            select desk, count(*) filter (where state in ('requested', 'accepted', 'in-progress', 'on-hold')) open,
              count(*) filter (where requested_at > :since) lately
            from referral where network = :network and to_institution in (:to)
              and (state in ('requested', 'accepted', 'in-progress', 'on-hold') or requested_at > :since) group by desk""";

    private final Desks desks;
    private final OpenSheets sheets;
    private final Register register;
    private final EntityManager entities;
    private final Clock clock;

    DeskChoices(Desks desks, OpenSheets sheets, Register register, EntityManager entities, Clock clock) {
        this.desks = desks;
        this.sheets = sheets;
        this.register = register;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * One desk to choose.
     *
     * @param open referrals that have not ended
     * @param lately of them or others, handed over within seven days
     * @param capacity new cases a week; null = not said
     * @param near names the firm's municipality or industry
     * @param doubtful was not confirmed for long
     */
    record Choice(
            UUID id,
            RecipientKind kind,
            String name,
            String institutionName,
            Channel channel,
            long open,
            long lately,
            Integer capacity,
            boolean near,
            boolean doubtful) {
        public boolean full() {
            return capacity != null && lately >= capacity;
        }

        public boolean outside() {
            return channel != Channel.SYSTEM;
        }
    }

    /** Desks of one kind. @param advised はじめに or あわせて */
    record Group(RecipientKind kind, String advised, boolean consented, List<Choice> desks) {}

    /** For every kind the rules name, in their order; those without a consent have no desks to choose. */
    @Transactional
    List<Group> advised(OpenSheet sheet, List<RecipientKind> kinds, Viewer viewer) {
        Consents consents = sheet.content().spokenConsents();
        Map<UUID, Load> loads = new HashMap<>();
        return kinds.stream()
                .distinct()
                .filter(kind -> kind != RecipientKind.OWN_ADVISER)
                .map(kind -> {
                    boolean consented = consents.covering(kind, today()).isPresent();
                    return new Group(
                            kind,
                            kind == kinds.get(0) ? "はじめに" : "あわせて",
                            consented,
                            consented ? of(kind, sheet, loads, viewer) : List.of());
                })
                .toList();
    }

    /** Desks of the other kinds that the consent covers: to choose one of them needs a reason. */
    @Transactional
    List<Choice> others(OpenSheet sheet, List<RecipientKind> kinds, Viewer viewer) {
        Consents consents = sheet.content().spokenConsents();
        Map<UUID, Load> loads = new HashMap<>();
        return java.util.Arrays.stream(RecipientKind.values())
                .filter(kind -> !kinds.contains(kind)
                        && consents.covering(kind, today()).isPresent())
                .flatMap(kind -> of(kind, sheet, loads, viewer).stream())
                .toList();
    }

    /**
     * The desk a case's own proposal leads to.
     *
     * @throws InvalidInput where there is no proposal, or no desk to take it
     */
    @Transactional
    Choice first(QueueLine line, Viewer viewer) {
        if (line.proposed() == null) {
            throw new InvalidInput("desks", "提案がありません。案件を開いて取次先を選んでください。");
        }
        OpenSheet sheet = sheets.get(new DiagnosisId(line.diagnosis()), viewer);
        RecipientKind kind = RecipientKind.of(line.proposed());
        if (sheet.content().spokenConsents().covering(kind, today()).isEmpty()) {
            throw new InvalidInput("desks", kind.label() + "への同意が必要です。");
        }
        return of(kind, sheet, new HashMap<>(), viewer).stream()
                .findFirst()
                .orElseThrow(() -> new InvalidInput("desks", kind.label() + "の窓口が登録されていません。"));
    }

    private List<Choice> of(RecipientKind kind, OpenSheet sheet, Map<UUID, Load> loads, Viewer viewer) {
        String municipality = sheet.content().enterprise().municipality();
        String industry = sheet.content().enterprise().industry();
        List<Desk> taking = desks.taking(kind, municipality, industry, today(), viewer);
        if (taking.isEmpty()) {
            return List.of();
        }
        loads.putAll(loads(taking, viewer));
        Map<String, String> names = register.institutions(viewer.network()).stream()
                .collect(Collectors.toMap(Institution::code, Institution::name, (a, b) -> a));
        return taking.stream()
                .map(desk -> {
                    Load load = loads.getOrDefault(desk.id(), new Load(0, 0));
                    return new Choice(
                            desk.id(),
                            kind,
                            desk.name(),
                            names.getOrDefault(desk.institution(), desk.institution()),
                            desk.channel(),
                            load.open(),
                            load.lately(),
                            desk.capacity(),
                            desk.closeness(municipality, industry) > 0,
                            desk.needsConfirmingOn(today()));
                })
                .toList();
    }

    private record Load(long open, long lately) {}

    @SuppressWarnings("unchecked")
    private Map<UUID, Load> loads(List<Desk> of, Viewer viewer) {
        List<Tuple> rows = entities.createNativeQuery(LOADS, Tuple.class)
                .setParameter("network", viewer.network())
                .setParameter(
                        "to", of.stream().map(Desk::institution).distinct().toList())
                .setParameter("since", clock.instant().minus(A_WEEK))
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("desk", UUID.class),
                        row -> new Load(
                                row.get("open", Number.class).longValue(),
                                row.get("lately", Number.class).longValue())));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

package jp.toritsugi.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.referral.CaseEntry.MeantFor;

/**
 * The one timeline of a case; every line also stands in the trail, and is told to whoever listens. Two lines are written by
 * the database itself, with all that belongs to them: what opens a case and what ends one because another opened
 * ({@link CaseFiles#open}).
 */
@ApplicationScoped
class Timeline implements PanacheRepositoryBase<CaseEntry, Long> {
    private final Event<CaseStep> listeners;
    private final Trail trail;

    Timeline(Event<CaseStep> listeners, Trail trail) {
        this.listeners = listeners;
        this.trail = trail;
    }

    void write(CaseEntry entry, CaseFile file) {
        trail.write(details(TrailEvent.of(Action.MOVED, "case", file.diagnosis, file.institution), entry));
        append(entry, file.institution, null, entry.toState == null ? file.state : entry.toState);
    }

    void write(CaseEntry entry, Referral referral) {
        trail.write(details(referral.event(Action.MOVED).with("receiver", referral.to), entry));
        append(entry, referral.from, referral.to, referral.state);
    }

    private static TrailEvent details(TrailEvent event, CaseEntry entry) {
        return event.with("move", entry.kind)
                .with("fromState", entry.fromState)
                .with("toState", entry.toState)
                .with("why", entry.reason)
                .with("outcome", entry.outcome);
    }

    private void append(CaseEntry entry, String from, String to, String state) {
        persistAndFlush(entry);
        listeners.fire(new CaseStep(
                entry.id,
                entry.diagnosis,
                entry.referral,
                entry.network,
                from,
                to,
                entry.kind,
                state,
                entry.outcome,
                entry.meantFor.equals(MeantFor.ALL.code()) || entry.meantFor.equals(MeantFor.HOUSE.code()),
                entry.at));
    }

    /** Of one case, oldest first, as far as they are meant for the viewer. */
    List<CaseEntry> of(UUID diagnosis, Viewer viewer) {
        return list("diagnosis = ?1 and meantFor in ?2 order by id", diagnosis, meantFor(viewer));
    }

    /** Of one referral. */
    List<CaseEntry> ofReferral(UUID referral, Viewer viewer) {
        return list("referral = ?1 and meantFor in ?2 order by id", referral, meantFor(viewer));
    }

    /** The same stands in the database as row-level security (V20261126_12). */
    private static List<String> meantFor(Viewer viewer) {
        return switch (viewer.role()) {
            case Roles.COORDINATOR -> List.of("office", "house", "desk", "all");
            case Roles.CONSULTANT -> List.of("desk", "all");
            default -> List.of("house", "all");
        };
    }
}

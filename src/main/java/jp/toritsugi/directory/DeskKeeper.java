package jp.toritsugi.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.NotFound;

/** Reads and writes the directory. Everybody at work in the network reads it, the secretariat writes it. */
@ApplicationScoped
public class DeskKeeper {
    private final Desks desks;
    private final DeskCheck check;
    private final Register register;
    private final Municipalities municipalities;
    private final Trail trail;
    private final Clock clock;

    DeskKeeper(
            Desks desks, DeskCheck check, Register register, Municipalities municipalities, Trail trail, Clock clock) {
        this.desks = desks;
        this.check = check;
        this.register = register;
        this.municipalities = municipalities;
        this.trail = trail;
        this.clock = clock;
    }

    /** All desks, past ones last. */
    @Transactional
    public List<DeskView> all(Viewer viewer) {
        return desks.all(viewer).stream()
                .map(desk -> view(desk, viewer))
                .sorted((one, other) -> Boolean.compare(other.open(), one.open()))
                .toList();
    }

    /** @throws NotFound in another network */
    @Transactional
    public DeskView get(DeskId id, Viewer viewer) {
        return view(found(id, viewer), viewer);
    }

    /** @throws jp.toritsugi.problem.InvalidInput naming every field that cannot be taken */
    @Transactional
    DeskView add(DeskFacts sent, Viewer viewer) {
        check.check(sent, viewer);
        Desk desk = new Desk(UUID.randomUUID(), viewer.network());
        desk.become(sent);
        confirm(desk, viewer);
        desks.persistAndFlush(desk);
        trail.write(event(desk).with("after", DeskFacts.of(desk)));
        return view(desk, viewer);
    }

    /**
     * @param version of the desk as it was read, or null
     * @throws OptimisticLockException when somebody else changed it since
     */
    @Transactional
    DeskView change(DeskId id, DeskFacts sent, Integer version, Viewer viewer) {
        Desk desk = found(id, viewer);
        if (version != null && version != desk.version) {
            throw new OptimisticLockException();
        }
        check.check(sent, viewer);
        DeskFacts before = DeskFacts.of(desk);
        desk.become(sent);
        if (Boolean.TRUE.equals(sent.confirmed())) {
            confirm(desk, viewer);
        }
        desks.flush();
        trail.write(event(desk).with("before", before).with("after", DeskFacts.of(desk)));
        return view(desk, viewer);
    }

    /** Somebody asked the desk, and all is as written. */
    @Transactional
    DeskView confirm(DeskId id, Viewer viewer) {
        Desk desk = found(id, viewer);
        confirm(desk, viewer);
        desks.flush();
        trail.write(event(desk).with("decision", "confirmed"));
        return view(desk, viewer);
    }

    private void confirm(Desk desk, Viewer viewer) {
        desk.confirmedOn = LocalDate.now(clock);
        desk.confirmedBy = viewer.userName();
    }

    private static TrailEvent event(Desk desk) {
        return TrailEvent.of(Action.SETTING_CHANGED, "desk", desk.id, desk.institution);
    }

    private Desk found(DeskId id, Viewer viewer) {
        return desks.find(id, viewer).orElseThrow(() -> new NotFound("この窓口"));
    }

    private DeskView view(Desk desk, Viewer viewer) {
        return DeskView.of(
                desk,
                register.institution(viewer.network(), desk.institution)
                        .map(institution -> institution.name())
                        .orElse(desk.institution),
                List.of(desk.municipalities).stream()
                        .map(municipalities::nameOf)
                        .toList(),
                LocalDate.now(clock));
    }
}

package jp.toritsugi.device;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.diagnosis.SheetsAtOnce;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.organisation.UserName;
import jp.toritsugi.problem.NotFound;

/** Hears from devices, and revokes them. */
@ApplicationScoped
public class Devices implements PanacheRepositoryBase<Device, UUID> {
    private static final String REGISTER =
            """
            insert into device (id, network, institution, user_name, display_name, registered_at, last_contact_at, unsent)
            values (:id, :network, :institution, :userName, :displayName, :now, :now, 0) on conflict (id) do nothing""";

    private final SheetsAtOnce sheets;
    private final Register register;
    private final Trail trail;
    private final Clock clock;

    Devices(SheetsAtOnce sheets, Register register, Trail trail, Clock clock) {
        this.sheets = sheets;
        this.register = register;
        this.trail = trail;
        this.clock = clock;
    }

    /** The first word of a device registers it. */
    @Transactional
    DeviceAnswer heard(UUID id, DeviceContact contact, Viewer viewer) {
        DeviceAnswer.Person person = DeviceAnswer.Person.of(
                viewer,
                register.institution(viewer.network(), viewer.institution()).orElseThrow());
        if (contact.person() != null && !UserName.plain(contact.person()).equals(viewer.userName())) {
            return new DeviceAnswer(false, true, person, List.of());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean isNew = register(id, viewer, now);
        Device device = findByIdOptional(id)
                .filter(found -> found.userName.equals(viewer.userName()))
                .orElseThrow(() -> new NotFound("この端末"));
        if (device.isRevoked()) {
            return new DeviceAnswer(true, false, person, List.of());
        }
        device.heard(contact, viewer, now);
        if (isNew) {
            trail.write(event(Action.DEVICE_REGISTERED, device));
        }
        return new DeviceAnswer(false, false, person, confirmed(contact, viewer));
    }

    /** Two windows of one tablet may say their first word at once. */
    private boolean register(UUID id, Viewer viewer, Instant now) {
        return getEntityManager()
                        .createNativeQuery(REGISTER)
                        .setParameter("id", id)
                        .setParameter("network", viewer.network())
                        .setParameter("institution", viewer.institution())
                        .setParameter("userName", viewer.userName())
                        .setParameter("displayName", viewer.displayName())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    private List<DeviceContact.Received> confirmed(DeviceContact contact, Viewer viewer) {
        List<DeviceContact.Received> asked = contact.received() == null ? List.of() : contact.received();
        Map<UUID, Integer> there =
                sheets.revisions(asked.stream().map(DeviceContact.Received::id).collect(Collectors.toSet()), viewer);
        return asked.stream()
                .filter(one -> there.getOrDefault(one.id(), 0) >= one.revision())
                .toList();
    }

    /**
     * Before anything about firms is handed to a device.
     *
     * @throws DeviceRevoked when it was revoked
     * @throws NotFound when it is not one of the viewer's
     */
    @Transactional
    public void refuseUnlessGood(UUID id, Viewer viewer) {
        Device device = findByIdOptional(id)
                .filter(found -> found.userName.equals(viewer.userName()))
                .orElseThrow(() -> new NotFound("この端末"));
        if (device.isRevoked()) {
            throw new DeviceRevoked();
        }
    }

    /** Of the own institution for a manager, of the network for the admin; the latest heard of first. */
    @Transactional
    List<DeviceView> overseen(Viewer viewer) {
        List<Device> found = viewer.role().equals(Roles.ADMIN)
                ? list("network = ?1 order by lastContactAt desc, id", viewer.network())
                : list(
                        "network = ?1 and institution in ?2 order by lastContactAt desc, id",
                        viewer.network(),
                        viewer.standsFor());
        trail.write(TrailEvent.of(Action.LISTED, "device", null, viewer.institution())
                .with("rows", found.size()));
        return found.stream().map(DeviceView::of).toList();
    }

    /** Revoked twice is revoked once. */
    @Transactional
    DeviceView revoke(UUID id, Viewer viewer) {
        Device device =
                findByIdOptional(id).filter(found -> isOverseen(found, viewer)).orElseThrow(() -> new NotFound("この端末"));
        if (!device.isRevoked()) {
            device.revoke(viewer, clock.instant().truncatedTo(ChronoUnit.MICROS));
            flush();
            trail.write(event(Action.DEVICE_REVOKED, device).with("unsent", device.unsent));
        }
        return DeviceView.of(device);
    }

    private static boolean isOverseen(Device device, Viewer viewer) {
        return device.network.equals(viewer.network())
                && (viewer.role().equals(Roles.ADMIN) || viewer.standsFor(device.institution));
    }

    private static TrailEvent event(Action action, Device device) {
        return TrailEvent.of(action, "device", device.id, device.institution);
    }
}

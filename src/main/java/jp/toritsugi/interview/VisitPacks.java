package jp.toritsugi.interview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.device.Devices;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.diagnosis.SheetsAtOnce;

/** Hands earlier sheets of the own institution to a device; the trail has every one. */
@ApplicationScoped
class VisitPacks {
    private final SheetsAtOnce sheets;
    private final Devices devices;
    private final Trail trail;

    VisitPacks(SheetsAtOnce sheets, Devices devices, Trail trail) {
        this.sheets = sheets;
        this.devices = devices;
        this.trail = trail;
    }

    /**
     * @param items new to the device, or changed since it had them
     * @param gone of those asked for, what is not within reach (any more): the device throws it away
     */
    public record VisitPack(List<PackEntry> items, List<UUID> gone) {}

    @Transactional
    VisitPack pack(UUID device, PackRequest asked, Viewer viewer) {
        devices.refuseUnlessGood(device, viewer);
        List<UUID> named = asked.diagnoses() == null ? List.of() : asked.diagnoses();
        List<OpenSheet> found =
                asked.latest() == null ? sheets.of(named, viewer) : sheets.latest(asked.latest(), viewer);
        List<OpenSheet> handed = found.stream()
                .filter(sheet -> !asked.knows(sheet.id(), sheet.revision()))
                .toList();
        trail.writeAll(handed.stream()
                .map(sheet -> TrailEvent.of(Action.TAKEN_ALONG, "diagnosis", sheet.id(), sheet.institution())
                        .with("device", device.toString()))
                .toList());
        Set<UUID> there = found.stream().map(OpenSheet::id).collect(Collectors.toSet());
        return new VisitPack(
                handed.stream().map(PackEntry::of).toList(),
                named.stream().filter(id -> !there.contains(id)).toList());
    }
}

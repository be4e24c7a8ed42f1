package jp.toritsugi.provision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.NotFound;

/** Records of provision for reading, on both sides; the trail has every look. */
@ApplicationScoped
public class ProvisionReader {
    /** The most that one list or file holds. */
    static final int MOST = 1000;

    /** Of a list, so many are named in the trail; how many there were stands beside them. */
    private static final int NAMED = 200;

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final ProvisionRepository provisions;
    private final Register register;
    private final Trail trail;
    private final ObjectMapper json;

    ProvisionReader(ProvisionRepository provisions, Register register, Trail trail, ObjectMapper json) {
        this.provisions = provisions;
        this.register = register;
        this.trail = trail;
        this.json = json;
    }

    /** Something that was taken back, as the receiver may know it. */
    public record RecalledCase(UUID id, String from, String fromName, LocalDate providedOn, LocalDate recalledOn) {}

    /** @throws NotFound out of the viewer's reach, recalled ones on the receiver's side among them */
    @Transactional
    ProvisionView open(ProvisionId id, Viewer viewer) {
        Provision provision = provisions.find(id, viewer).orElseThrow(() -> new NotFound("この提供記録"));
        trail.write(provision.event(Action.VIEWED));
        return view(provision, names(viewer), viewer);
    }

    /** Newest first, without contents. */
    @Transactional
    List<ProvisionView> list(Viewer viewer, UUID diagnosis, int limit, int skip) {
        List<ProvisionView> found = views(provisions.list(viewer, diagnosis, limit, skip), viewer);
        wrote(Action.LISTED, found, viewer);
        return found;
    }

    /** For a file that leaves the system. */
    @Transactional
    List<ProvisionView> export(Viewer viewer) {
        List<ProvisionView> found = views(provisions.list(viewer, null, MOST, 0), viewer);
        wrote(Action.EXPORTED, found, viewer);
        return found;
    }

    /** Of one sheet, on its own page, whose opening is in the trail already. */
    @Transactional
    List<ProvisionView> ofSheet(UUID diagnosis, Viewer viewer) {
        return views(provisions.list(viewer, diagnosis, MOST, 0), viewer);
    }

    @Transactional
    public List<RecalledCase> recalled(Viewer viewer) {
        Map<String, String> names = names(viewer);
        return provisions.recalled().stream()
                .map(one -> new RecalledCase(
                        one.id(),
                        one.from(),
                        names.getOrDefault(one.from(), one.from()),
                        day(one.providedAt()),
                        day(one.recalledAt())))
                .toList();
    }

    List<ProvisionView> views(List<Provision> found, Viewer viewer) {
        Map<String, String> names = names(viewer);
        return found.stream()
                .map(provision -> view(provision, names, viewer).withoutContent())
                .toList();
    }

    Map<String, String> names(Viewer viewer) {
        return register.institutions(viewer.network()).stream()
                .collect(Collectors.toMap(Institution::code, Institution::name));
    }

    private ProvisionView view(Provision provision, Map<String, String> names, Viewer viewer) {
        boolean receiver = viewer.role().equals(Roles.CONSULTANT);
        ProvidedContent content = content(provision);
        return new ProvisionView(
                provision.id,
                receiver ? null : provision.diagnosis,
                provision.from,
                names.getOrDefault(provision.from, provision.from),
                provision.to,
                names.getOrDefault(provision.to, provision.to),
                provision.kind(),
                Basis.of(provision.basis),
                receiver ? said(content) : provision.person,
                provision.itemList(),
                content,
                provision.consentedOn,
                provision.consentMeans,
                provision.consentWording,
                provision.providedAt,
                provision.providedByName,
                provision.recalledAt,
                provision.recalledBecause);
    }

    /** Who it is about, as far as what was given says so. */
    private static String said(ProvidedContent content) {
        String who = Stream.of(
                        content.representative() == null
                                ? null
                                : content.representative().name(),
                        content.enterprise() == null
                                ? null
                                : content.enterprise().name())
                .filter(name -> name != null)
                .collect(Collectors.joining("　"));
        return who.isEmpty() ? "（氏名・名称は提供されていません）" : who;
    }

    private ProvidedContent content(Provision provision) {
        try {
            return json.readValue(provision.content, ProvidedContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A receiver's are named by their own ids, for the sheets' are not told them. */
    private void wrote(Action action, List<ProvisionView> shown, Viewer viewer) {
        trail.write(TrailEvent.of(action, "provision", null, viewer.confinedTo().orElse(null))
                .with("rows", shown.size())
                .with(
                        "ids",
                        shown.stream()
                                .map(one -> one.diagnosis() == null ? one.id() : one.diagnosis())
                                .distinct()
                                .limit(NAMED)
                                .toList()));
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(JAPAN).toLocalDate();
    }
}

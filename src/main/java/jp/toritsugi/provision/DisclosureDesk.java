package jp.toritsugi.provision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;
import jp.toritsugi.diagnosis.DiagnosisId;
import jp.toritsugi.diagnosis.OpenSheet;
import jp.toritsugi.diagnosis.OpenSheets;
import jp.toritsugi.japan.SearchKey;

/** Gathers every record of provision about one person, for that person (個人情報保護法33条). */
@ApplicationScoped
class DisclosureDesk {
    private final OpenSheets sheets;
    private final ProvisionRepository provisions;
    private final ProvisionReader reader;
    private final Trail trail;
    private final Clock clock;

    DisclosureDesk(
            OpenSheets sheets, ProvisionRepository provisions, ProvisionReader reader, Trail trail, Clock clock) {
        this.sheets = sheets;
        this.provisions = provisions;
        this.reader = reader;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Of this sheet and of every other within reach of the same firm and the same representative. A firm outlives its
     * representatives, and nobody is told about their predecessor: sheets that name somebody else stay out.
     *
     * @param form how it is handed over: page, csv, json
     */
    @Transactional
    Disclosure disclose(DiagnosisId id, String form, Viewer viewer) {
        OpenSheet asked = sheets.get(id, viewer);
        List<OpenSheet> ofFirm = sheets.ofSameFirm(asked.id(), viewer);
        Map<UUID, OpenSheet> ofPerson = ofFirm.stream()
                .filter(sheet -> samePerson(asked, sheet))
                .collect(Collectors.toMap(OpenSheet::id, Function.identity()));
        List<Provision> found = provisions.ofSheets(List.copyOf(ofPerson.keySet()), viewer);
        Map<UUID, List<Instant>> views = provisions
                .views(found.stream().map(one -> one.id).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        ProvisionRepository.View::provision,
                        Collectors.mapping(ProvisionRepository.View::at, Collectors.toList())));
        List<Disclosure.Line> lines = reader.views(found, viewer).stream()
                .map(provision -> new Disclosure.Line(
                        provision,
                        ofPerson.get(provision.diagnosis()).content().interviewedOn(),
                        views.getOrDefault(provision.id(), List.of())))
                .toList();
        trail.write(TrailEvent.of(Action.DISCLOSED, "diagnosis", asked.id(), asked.institution())
                .with("form", form)
                .with("sheets", ofPerson.size())
                .with("provisions", found.stream().map(one -> one.id).toList()));
        return new Disclosure(
                asked.id(),
                person(asked),
                lines,
                ofPerson.size(),
                ofFirm.size() - ofPerson.size(),
                clock.instant(),
                viewer.institutionName());
    }

    private static boolean samePerson(OpenSheet one, OpenSheet other) {
        return one.id().equals(other.id()) || name(one).equals(name(other));
    }

    /** In one spelling: 髙橋 and 高橋 are the same person. */
    private static String name(OpenSheet sheet) {
        return sheet.representativeName() == null ? "" : SearchKey.of(sheet.representativeName());
    }

    private static String person(OpenSheet sheet) {
        String firm = sheet.content().enterprise().name();
        return sheet.representativeName() == null ? firm : sheet.representativeName() + "（" + firm + "）";
    }
}

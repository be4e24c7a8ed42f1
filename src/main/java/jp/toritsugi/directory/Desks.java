package jp.toritsugi.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.RecipientKind;

/** The desks of the viewer's network. */
@ApplicationScoped
public class Desks implements PanacheRepositoryBase<Desk, UUID> {

    /** Past and future ones too, by kind and name. */
    public List<Desk> all(Viewer viewer) {
        return list("network = ?1 order by kind, name, id", viewer.network());
    }

    public Optional<Desk> find(DeskId id, Viewer viewer) {
        return find("id = ?1 and network = ?2", id.value(), viewer.network()).firstResultOptional();
    }

    /**
     * Desks that could take a case of that kind on that day, the nearest first: those that name the municipality or
     * industry before those that take all.
     */
    public List<Desk> taking(RecipientKind kind, String municipality, String industry, LocalDate day, Viewer viewer) {
        return all(viewer).stream()
                .filter(desk -> desk.kind() == kind && desk.isOpenOn(day) && desk.covers(municipality))
                .sorted(Comparator.comparingInt((Desk desk) -> -desk.closeness(municipality, industry))
                        .thenComparing(Desk::name))
                .toList();
    }
}

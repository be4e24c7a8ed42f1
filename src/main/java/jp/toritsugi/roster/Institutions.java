package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.query.AskedPage;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.Paging;

/** Finds institutions of the viewer's network. */
@ApplicationScoped
class Institutions {
    private final Register register;
    private final Branches branches;
    private final Paging paging;
    private final Clock clock;

    Institutions(Register register, Branches branches, Paging paging, Clock clock) {
        this.paging = paging;
        this.register = register;
        this.branches = branches;
        this.clock = clock;
    }

    /** By code; those of today and of days to come, with {@code past} the ended ones too. */
    @Transactional
    List<InstitutionView> list(boolean past, Viewer viewer) {
        LocalDate today = LocalDate.now(clock);
        return register.institutions(viewer.network()).stream()
                .map(institution -> InstitutionView.of(institution, null))
                .filter(one -> past || one.validTo() == null || !one.validTo().isBefore(today))
                .toList();
    }

    PageOf<InstitutionView> page(Map<String, String> typed, Viewer viewer) {
        AskedPage asked = paging.page("institution", viewer.seat(), typed, Paging.MOST);
        String after = asked.after().map(place -> place.text(0)).orElse("");
        List<InstitutionView> behind = list("true".equals(typed.get("past")), viewer).stream()
                .filter(one -> one.code().compareTo(after) > 0)
                .sorted(Comparator.comparing(InstitutionView::code))
                .toList();
        return asked.of(behind, one -> List.of(one.code()), Function.identity());
    }

    /** @throws NotFound for one that the viewer's network does not have */
    @Transactional
    InstitutionView one(String code, Viewer viewer) {
        return register.institution(viewer.network(), code)
                .map(institution -> InstitutionView.of(institution, branches.of(viewer.network(), code)))
                .orElseThrow(() -> new NotFound("この機関"));
    }
}

package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.problem.InvalidInput;
import jp.toritsugi.problem.NotFound;
import jp.toritsugi.query.PageOf;

/** Finds institutions of the viewer's network. */
@ApplicationScoped
class Institutions {
    private static final int USUAL = 200;

    private final Register register;
    private final Branches branches;
    private final Clock clock;

    Institutions(Register register, Branches branches, Clock clock) {
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

    PageOf<InstitutionView> page(boolean past, String after, Integer limit, Viewer viewer) {
        int most = limit == null ? USUAL : limit;
        if (most < 1 || most > USUAL) {
            throw new InvalidInput("limit", "1から" + USUAL + "までの件数を指定してください。");
        }
        List<InstitutionView> behind = list(past, viewer).stream()
                .filter(one -> after == null || one.code().compareTo(after) > 0)
                .sorted(Comparator.comparing(InstitutionView::code))
                .toList();
        List<InstitutionView> page = behind.subList(0, Math.min(most, behind.size()));
        return new PageOf<>(page, behind.size() > most ? page.get(most - 1).code() : null);
    }

    /** @throws NotFound for one that the viewer's network does not have */
    @Transactional
    InstitutionView one(String code, Viewer viewer) {
        return register.institution(viewer.network(), code)
                .map(institution -> InstitutionView.of(institution, branches.of(viewer.network(), code)))
                .orElseThrow(() -> new NotFound("この機関"));
    }
}

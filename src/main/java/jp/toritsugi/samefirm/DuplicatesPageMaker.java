package jp.toritsugi.samefirm;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.Municipalities;
import jp.toritsugi.organisation.Institution;
import jp.toritsugi.organisation.Register;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.TypedFilters;

/** Lays pairs out side by side, codes turned into names. */
@ApplicationScoped
class DuplicatesPageMaker {
    private static final String A_PAGE = "20";

    private final PairSearch pairs;
    private final PairKeeper keeper;
    private final Register register;
    private final Municipalities municipalities;

    DuplicatesPageMaker(PairSearch pairs, PairKeeper keeper, Register register, Municipalities municipalities) {
        this.pairs = pairs;
        this.keeper = keeper;
        this.register = register;
        this.municipalities = municipalities;
    }

    DuplicatesPage page(Decision state, String after, String fault, Viewer viewer) {
        // What was recorded a moment ago is to be seen at once.
        keeper.pairUp();
        Map<String, String> institutions = register.institutions(viewer.network()).stream()
                .collect(Collectors.toMap(Institution::code, Institution::name, (a, b) -> a));
        Map<String, String> asked = new HashMap<>(Map.of("limit", A_PAGE));
        if (after != null) {
            asked.put("after", TypedFilters.one("after", after));
        }
        PageOf<PairView> found = pairs.find(state, asked, viewer);
        return new DuplicatesPage(
                state,
                tabs(state, viewer),
                found.items().stream().map(pair -> pair(pair, institutions)).toList(),
                found.next() == null ? null : address(state) + "&after=" + found.next(),
                fault);
    }

    private List<DuplicatesPage.Tab> tabs(Decision chosen, Viewer viewer) {
        return Stream.of(Decision.values())
                .map(state -> new DuplicatesPage.Tab(
                        state.label(), address(state), state == chosen, pairs.count(state, viewer)))
                .toList();
    }

    private DuplicatesPage.Pair pair(PairView pair, Map<String, String> institutions) {
        return new DuplicatesPage.Pair(
                pair,
                pair.agreements(),
                pair.sheets().stream()
                        .map(sheet -> new DuplicatesPage.Side(
                                sheet,
                                sheet.institution() == null
                                        ? null
                                        : institutions.getOrDefault(sheet.institution(), sheet.institution()),
                                sheet.municipality() == null ? null : municipalities.nameOf(sheet.municipality())))
                        .toList());
    }

    private static String address(Decision state) {
        return "/duplicates?state=" + state.code();
    }
}

package jp.toritsugi.interview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.directory.Desk;
import jp.toritsugi.directory.Desks;
import jp.toritsugi.routing.RuleSet;

/** 相談先 as the tablet takes them along: the directory's, and for kinds that have no desk their name alone. */
@ApplicationScoped
class DeskList {
    private final Desks desks;

    DeskList(Desks desks) {
        this.desks = desks;
    }

    /** @param ruleSet whose names are used, or null */
    @Transactional
    List<DeskLine> on(LocalDate day, RuleSet ruleSet, Viewer viewer) {
        List<Desk> open =
                desks.all(viewer).stream().filter(desk -> desk.isOpenOn(day)).toList();
        Set<RecipientKind> known = open.stream().map(Desk::kind).collect(Collectors.toSet());
        Stream<DeskLine> named = ruleSet == null
                ? Stream.of()
                : Arrays.stream(RecipientKind.values())
                        .filter(kind -> !known.contains(kind))
                        .map(kind -> DeskLine.of(kind, ruleSet.name(kind, day)));
        return Stream.concat(open.stream().map(desk -> DeskLine.of(desk, day)), named)
                .toList();
    }
}

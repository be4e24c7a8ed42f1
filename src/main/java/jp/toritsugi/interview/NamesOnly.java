package jp.toritsugi.interview;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.routing.RuleLibrary;
import jp.toritsugi.routing.RuleSet;

/** While there is no directory: what the rules in force call each kind, without telephone and hours. */
@DefaultBean
@ApplicationScoped
class NamesOnly implements Desks {
    private final RuleLibrary rules;

    NamesOnly(RuleLibrary rules) {
        this.rules = rules;
    }

    @Override
    public List<Desk> on(LocalDate day, Viewer viewer) {
        RuleSet latest = Interviewing.ruleSet(rules, day).orElse(null);
        return latest == null
                ? List.of()
                : Arrays.stream(RecipientKind.values())
                        .map(kind -> {
                            var name = latest.name(kind, day);
                            return new Desk(kind.code(), name.name(), null, null, name.place());
                        })
                        .toList();
    }
}

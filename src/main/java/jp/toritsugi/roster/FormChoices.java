package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.japan.Wareki;
import jp.toritsugi.organisation.InstitutionType;
import jp.toritsugi.organisation.Register;

/** What the forms of the register offer, and how they begin. */
@ApplicationScoped
class FormChoices {
    private final Register register;
    private final Clock clock;

    FormChoices(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** Those of today and of days to come: for new work. A manager has one. */
    Map<String, String> openInstitutions(Viewer viewer) {
        return institutions(viewer, false);
    }

    /** Ended ones too, for finding. */
    Map<String, String> allInstitutions(Viewer viewer) {
        return institutions(viewer, true);
    }

    private Map<String, String> institutions(Viewer viewer, boolean ended) {
        Remit remit = new Remit(viewer);
        Map<String, String> choices = new LinkedHashMap<>();
        register.institutions(viewer.network()).stream()
                .filter(institution -> remit.reads(institution.code()))
                .filter(institution -> ended || !hasEnded(institution.facts().validTo()))
                .forEach(institution -> choices.put(institution.code(), institution.name()));
        return choices;
    }

    Map<String, String> roles(Remit remit) {
        Map<String, String> choices = new LinkedHashMap<>();
        remit.roles().forEach(role -> choices.put(role, Roles.label(role)));
        return choices;
    }

    Map<String, String> types() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (InstitutionType type : InstitutionType.values()) {
            choices.put(type.code(), type.label());
        }
        return choices;
    }

    boolean hasEnded(InstitutionView institution) {
        return hasEnded(institution.validTo());
    }

    private boolean hasEnded(LocalDate lastDay) {
        return lastDay != null && lastDay.isBefore(LocalDate.now(clock));
    }

    /** 令和8年4月1日, as a form shows the day it suggests. */
    String today() {
        return Wareki.date(LocalDate.now(clock));
    }

    LocalDate todayAsDay() {
        return LocalDate.now(clock);
    }
}

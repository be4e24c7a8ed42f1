package jp.toritsugi.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.toritsugi.audit.Action;
import jp.toritsugi.audit.Trail;
import jp.toritsugi.audit.TrailEvent;

/** Changes of the register as the trail tells them: user names and codes, no names. */
@ApplicationScoped
class RegisterTrail {
    private final Trail trail;

    RegisterTrail(Trail trail) {
        this.trail = trail;
    }

    void began(Member member) {
        trail.write(event(member).with("after", period(member, member.validTo)));
    }

    void ended(Member member, LocalDate before) {
        trail.write(event(member).with("before", period(member, before)).with("after", period(member, member.validTo)));
    }

    void renamed(Member member) {
        trail.write(event(member).with("displayName", "changed"));
    }

    /** The address itself is nobody's business in the trail. */
    void mailChanged(Member member) {
        trail.write(event(member).with("email", member.email == null ? "removed" : "changed"));
    }

    private static TrailEvent event(Member member) {
        return TrailEvent.of(Action.REACH_CHANGED, "member", member.userName, member.institution);
    }

    private static Map<String, Object> period(Member member, LocalDate validTo) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("institution", member.institution);
        facts.put("branch", member.branch);
        facts.put("role", member.role);
        facts.put("validFrom", member.validFrom);
        facts.put("validTo", validTo);
        return facts;
    }
}

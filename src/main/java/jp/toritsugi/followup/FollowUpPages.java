package jp.toritsugi.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.query.PageOf;
import jp.toritsugi.query.TypedFilters;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 再確認: whom to visit again, and when. */
@Path("/follow-ups")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR})
@Produces(MediaType.TEXT_HTML)
class FollowUpPages {
    private final FollowUps followUps;
    private final CurrentViewer viewer;

    FollowUpPages(FollowUps followUps, CurrentViewer viewer) {
        this.followUps = followUps;
        this.viewer = viewer;
    }

    record Tab(String code, String label, long count, boolean current) {}

    /** @param next address of the page behind this one, or null */
    record Page(List<Tab> tabs, String tab, List<FollowUp> items, String next, boolean interviews) {}

    @CheckedTemplate(basePath = "followup")
    static class Templates {
        static native TemplateInstance list(Page page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@QueryParam("by") String by, @QueryParam("after") String after) {
        Viewer who = viewer.get();
        String tab = by != null && List.of("month", "quarter", "all").contains(by) ? by : "due";
        FollowUps.Counts counts = followUps.counts(who);
        PageOf<FollowUp> page = followUps.page(until(tab), asked(tab, after), who);
        return Templates.list(new Page(
                List.of(
                        new Tab("due", "時期が来ている", counts.due(), tab.equals("due")),
                        new Tab("month", "1か月以内", counts.month(), tab.equals("month")),
                        new Tab("quarter", "3か月以内", counts.quarter(), tab.equals("quarter")),
                        new Tab("all", "すべて", counts.all(), tab.equals("all"))),
                tab,
                page.items(),
                page.next() == null ? null : "/follow-ups?by=" + tab + "&after=" + page.next(),
                !who.role().equals(Roles.COORDINATOR)));
    }

    private static Map<String, String> asked(String tab, String after) {
        Map<String, String> asked = new HashMap<>(Map.of("by", tab));
        if (after != null) {
            asked.put("after", TypedFilters.one("after", after));
        }
        return asked;
    }

    private LocalDate until(String tab) {
        LocalDate today = followUps.today();
        return switch (tab) {
            case "month" -> today.plusMonths(1);
            case "quarter" -> today.plusMonths(3);
            case "all" -> null;
            default -> today;
        };
    }
}

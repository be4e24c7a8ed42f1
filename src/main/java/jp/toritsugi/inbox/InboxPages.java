package jp.toritsugi.inbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.provision.ProvisionReader;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** 届いた案件: everything that was handed to the viewer's institution, in one place. */
@Path("/received")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.CONSULTANT})
@Produces(MediaType.TEXT_HTML)
class InboxPages {
    private final Inbox inbox;
    private final ProvisionReader provisions;
    private final CurrentViewer viewer;

    InboxPages(Inbox inbox, ProvisionReader provisions, CurrentViewer viewer) {
        this.inbox = inbox;
        this.provisions = provisions;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "inbox")
    static class Templates {
        static native TemplateInstance inbox(InboxPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@Context UriInfo address) {
        Viewer who = viewer.get();
        InboxQuery query = InboxQuery.of(address.getQueryParameters());
        Map<Group, Long> counts = inbox.counts(query.mine(), who);
        long count = counts.get(query.group());
        boolean consultant = who.role().equals(Roles.CONSULTANT);
        return Templates.inbox(new InboxPage(
                groups(query, counts),
                List.of(
                        new InboxPage.Tab(InboxQuery.address(query.group(), false), "窓口のすべて", null, !query.mine()),
                        new InboxPage.Tab(InboxQuery.address(query.group(), true), "自分の担当", null, query.mine())),
                query.group(),
                count,
                inbox.list(query, who),
                consultant ? provisions.recalled(who) : List.of(),
                consultant,
                query.page() == 1 ? null : query.address(query.page() - 1),
                count <= (long) query.page() * InboxQuery.ROWS ? null : query.address(query.page() + 1)));
    }

    private static List<InboxPage.Tab> groups(InboxQuery query, Map<Group, Long> counts) {
        List<InboxPage.Tab> tabs = new ArrayList<>();
        counts.forEach((group, count) -> {
            // What is rare takes no room while there is none.
            boolean rare = group == Group.LATE || group == Group.GIVEN;
            if (!rare || count > 0 || group == query.group()) {
                tabs.add(new InboxPage.Tab(
                        InboxQuery.address(group, query.mine()), group.label(), count, group == query.group()));
            }
        });
        return tabs;
    }
}

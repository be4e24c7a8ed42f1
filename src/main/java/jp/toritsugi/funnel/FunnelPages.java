package jp.toritsugi.funnel;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.toritsugi.access.CurrentViewer;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.audit.Action;
import jp.toritsugi.query.TooFewSheets;
import jp.toritsugi.report.Address;
import jp.toritsugi.report.FiguresOfOneInstitution;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 取次の行方. */
@Path("/funnel")
@RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.COORDINATOR, Roles.ANALYST})
@Produces(MediaType.TEXT_HTML)
class FunnelPages {
    private final FunnelReader reader;
    private final FunnelMaker maker;
    private final CurrentViewer viewer;
    private final Clock clock;

    FunnelPages(FunnelReader reader, FunnelMaker maker, CurrentViewer viewer, Clock clock) {
        this.reader = reader;
        this.maker = maker;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "funnel")
    static class Templates {
        static native TemplateInstance funnel(FunnelPage page);
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> funnel(@Context UriInfo address) {
        Viewer who = viewer.get();
        FunnelReader.Asked asked = reader.asked(address.getQueryParameters(), who);
        if (asked.question() == null) {
            return answer(RestResponse.Status.BAD_REQUEST, new FunnelPage(asked.form(), null, null));
        }
        try {
            return answer(RestResponse.Status.OK, new FunnelPage(asked.form(), shown(asked, who), null));
        } catch (TooFewSheets | FiguresOfOneInstitution refusal) {
            return answer(RestResponse.Status.FORBIDDEN, new FunnelPage(asked.form(), null, refusal));
        }
    }

    private static RestResponse<TemplateInstance> answer(RestResponse.Status status, FunnelPage page) {
        return RestResponse.status(status, Templates.funnel(page));
    }

    private FunnelPage.Shown shown(FunnelReader.Asked asked, Viewer who) {
        FunnelQuestion question = asked.question();
        Funnel funnel = maker.make(question, Action.VIEWED, null, who);
        Address address = asked.form().address();
        List<String> narrowing = new ArrayList<>(funnel.filters().keySet());
        return new FunnelPage.Shown(
                funnel,
                question.sheets(),
                who.networkName(),
                question.kind() == null ? null : question.kind().label(),
                question.sheets().from().isAfter(LocalDate.now(clock)),
                FunnelPage.Tab.of(Parts.of(who), question.by(), address),
                narrowing.isEmpty() ? null : address.without(narrowing),
                address.at(FunnelResource.PATH + ".csv"),
                address.at(FunnelResource.PATH + "/prints"),
                clock.instant());
    }
}

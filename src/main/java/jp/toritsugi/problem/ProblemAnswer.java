package jp.toritsugi.problem;

import io.quarkus.logging.Log;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Gives a problem the form its reader wants: JSON for programs, a page for people. */
@ApplicationScoped
class ProblemAnswer {
    private static final String PROBLEM_JSON = "application/problem+json";

    private static final String PAGE = "text/html;charset=UTF-8";

    private final Template page;
    private final HttpServerRequest request;

    ProblemAnswer(@Location("problem.html") Template page, HttpServerRequest request) {
        this.page = page;
        this.request = request;
    }

    Uni<Response> of(Problem problem) {
        if (!wantsPage()) {
            return Uni.createFrom()
                    .item(Response.status(problem.status())
                            .type(PROBLEM_JSON)
                            .entity(problem)
                            .build());
        }
        Uni<Response> answer = Uni.createFrom().item(() -> page(problem));
        // Some refusals come before a worker took over; the page's frame looks the person up in the register.
        return Context.isOnEventLoopThread() ? answer.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) : answer;
    }

    /** Once more, in some seconds: that the answer says both in its words and for the machine. */
    Uni<Response> of(Outage outage) {
        Problem problem = outage.problem();
        boolean page = wantsPage();
        return Uni.createFrom()
                .item(Response.status(problem.status())
                        .header("Retry-After", outage.seconds())
                        .header("Cache-Control", "no-store")
                        .type(page ? PAGE : PROBLEM_JSON)
                        .entity(page ? OutagePage.of(problem) : problem)
                        .build());
    }

    /** Without the frame where the frame cannot be had. */
    private Response page(Problem problem) {
        try {
            return framed(problem);
        } catch (RuntimeException e) {
            Optional<Outage> outage = Outage.of(e);
            Problem bare = outage.map(Outage::problem).orElse(problem);
            Log.warnf("a problem is told without a frame: %s", e.getClass().getName());
            return Response.status(bare.status())
                    .header("Retry-After", outage.map(Outage::seconds).orElse(null))
                    .type(PAGE)
                    .entity(OutagePage.of(bare))
                    .build();
        }
    }

    private Response framed(Problem problem) {
        return Response.status(problem.status())
                .type(PAGE)
                .entity(page.data("problem", problem).render())
                .build();
    }

    private boolean wantsPage() {
        String accept = request.getHeader("Accept");
        return !request.path().startsWith("/api/") && accept != null && accept.contains("text/html");
    }
}

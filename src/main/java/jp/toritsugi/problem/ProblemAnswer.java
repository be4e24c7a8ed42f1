package jp.toritsugi.problem;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Gives a problem the form its reader wants: JSON for programs, a page for people. */
@ApplicationScoped
class ProblemAnswer {
    private static final String PROBLEM_JSON = "application/problem+json";

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

    private Response page(Problem problem) {
        return Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.data("problem", problem).render())
                .build();
    }

    private boolean wantsPage() {
        String accept = request.getHeader("Accept");
        return !request.path().startsWith("/api/") && accept != null && accept.contains("text/html");
    }
}

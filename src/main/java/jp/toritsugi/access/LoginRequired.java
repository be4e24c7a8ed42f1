package jp.toritsugi.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** An endpoint that wants a log-in: programs get the reason as problem details, people are led to the log-in page. */
class LoginRequired {
    private final HttpAuthenticator authenticator;

    LoginRequired(HttpAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    @ServerExceptionMapper
    Uni<Response> notLoggedIn(UnauthorizedException e, RoutingContext request) {
        return authenticator
                .getChallenge(request)
                .map(challenge -> LoginChallenge.isForPrograms(request) ? forPrograms(challenge) : redirect(challenge));
    }

    private static Response forPrograms(ChallengeData challenge) {
        return Response.status(challenge.status)
                .header(challenge.headerName.toString(), challenge.headerContent)
                .type("application/problem+json")
                .entity(LoginChallenge.NOT_LOGGED_IN)
                .build();
    }

    private static Response redirect(ChallengeData challenge) {
        Response.ResponseBuilder answer = Response.status(challenge.status);
        if (challenge.headerName != null) {
            answer.header(challenge.headerName.toString(), challenge.headerContent);
        }
        return answer.build();
    }
}

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
    private final LoginChallenge words;

    LoginRequired(HttpAuthenticator authenticator, LoginChallenge words) {
        this.authenticator = authenticator;
        this.words = words;
    }

    @ServerExceptionMapper
    Uni<Response> notLoggedIn(UnauthorizedException e, RoutingContext request) {
        return authenticator
                .getChallenge(request)
                .map(challenge ->
                        LoginChallenge.isToldNotLed(request) ? told(challenge, request) : redirect(challenge));
    }

    private Response told(ChallengeData challenge, RoutingContext request) {
        return Response.status(challenge.status)
                .header(challenge.headerName.toString(), challenge.headerContent)
                .type(LoginChallenge.contentType(request))
                .entity(words.told(request))
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

package jp.toritsugi.access;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;

/** People are led to the log-in page; programs, and forms that were sent, get a 401, for a redirect would only puzzle them. */
@Alternative
@Priority(1)
@ApplicationScoped
class LoginChallenge implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";

    private final OidcAuthenticationMechanism oidc;
    private final LogoutWithoutSession logout;
    private final LoginAgain again;
    private final RateLimits limits;

    private final EndedSessions ended;
    private final Leaving leaving;

    LoginChallenge(
            OidcAuthenticationMechanism oidc,
            LogoutWithoutSession logout,
            LoginAgain again,
            RateLimits limits,
            EndedSessions ended,
            Leaving leaving) {
        this.ended = ended;
        this.leaving = leaving;
        this.limits = limits;
        this.oidc = oidc;
        this.logout = logout;
        this.again = again;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String bearer = bearer(request);
        if (bearer != null && (!TokenKind.isForProgramsToBring(bearer) || ended.has(bearer))) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return oidc.authenticate(request, identities)
                .invoke(identity -> ended.refuse(identity, request))
                .onFailure()
                .transform(failure -> leaving.inWords(failure, request));
    }

    private static String bearer(RoutingContext request) {
        String brought = request.request().getHeader("Authorization");
        return brought != null && brought.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? brought.substring(BEARER.length()).strip()
                : null;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        if (isToldNotLed(request)) {
            return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
        }
        return LogoutWithoutSession.isAskedBy(request)
                ? Uni.createFrom().item(new ChallengeData(302, "Location", logout.address(request.request())))
                : oidc.getChallenge(request);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        if (limits.refusesAfterFailure(request)) {
            return Uni.createFrom().item(true);
        }
        if (!isToldNotLed(request)) {
            return HttpAuthenticationMechanism.super.sendChallenge(request);
        }
        return getChallenge(request).map(challenge -> {
            request.response()
                    .setStatusCode(challenge.status)
                    .putHeader(challenge.headerName, challenge.headerContent)
                    .putHeader("Cache-Control", "no-store")
                    .putHeader("Content-Type", contentType(request));
            request.end(told(request));
            return true;
        });
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return oidc.getCredentialTransport(request);
    }

    /** Whether the answer is a 401 with words, and not the way to the log-in page. */
    static boolean isToldNotLed(RoutingContext request) {
        return isForPrograms(request) || LoginAgain.isFor(request);
    }

    static String contentType(RoutingContext request) {
        return isForPrograms(request) ? "application/problem+json" : "text/html;charset=UTF-8";
    }

    String told(RoutingContext request) {
        return isForPrograms(request) ? NOT_LOGGED_IN : again.page(request);
    }

    private static boolean isForPrograms(RoutingContext request) {
        return request.normalizedPath().startsWith("/api/");
    }

    private static final String NOT_LOGGED_IN =
            """
            {"type":"urn:toritsugi:problem:not-logged-in","title":"ログインが必要です","status":401,\
            "detail":"ログインし直してから、もう一度お試しください。"}""";
}

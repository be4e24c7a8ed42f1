package jp.toritsugi.access;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
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

/** People are led to the log-in page; programs get a 401, for a redirect would only puzzle them. */
@Alternative
@Priority(1)
@ApplicationScoped
class LoginChallenge implements HttpAuthenticationMechanism {
    private final OidcAuthenticationMechanism oidc;

    LoginChallenge(OidcAuthenticationMechanism oidc) {
        this.oidc = oidc;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        return oidc.authenticate(request, identities);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return isForPrograms(request)
                ? Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"))
                : oidc.getChallenge(request);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        if (!isForPrograms(request)) {
            return HttpAuthenticationMechanism.super.sendChallenge(request);
        }
        return getChallenge(request).map(challenge -> {
            request.response()
                    .setStatusCode(challenge.status)
                    .putHeader(challenge.headerName, challenge.headerContent)
                    .putHeader("Content-Type", "application/problem+json");
            request.end(NOT_LOGGED_IN);
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

    static boolean isForPrograms(RoutingContext request) {
        return request.normalizedPath().startsWith("/api/");
    }

    static final String NOT_LOGGED_IN =
            """
            {"type":"urn:toritsugi:problem:not-logged-in","title":"ログインが必要です","status":401,\
            "detail":"ログインし直してから、もう一度お試しください。"}""";
}

package jp.toritsugi.testing;

import static io.restassured.RestAssured.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jp.toritsugi.access.Viewers;
import jp.toritsugi.access.WhoAsks;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The people of {@link SmallNetwork} at work: with a real token over HTTP, or straight at the database. */
@ApplicationScoped
public class People {
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final EntityManager entities;
    private final Viewers viewers;
    private final WhoAsks who;
    private final String logIn;
    private final String secret;

    People(
            EntityManager entities,
            Viewers viewers,
            WhoAsks who,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String logIn,
            @ConfigProperty(name = "quarkus.oidc.credentials.secret") String secret) {
        this.entities = entities;
        this.viewers = viewers;
        this.who = who;
        this.logIn = logIn;
        this.secret = secret;
    }

    /** An access token of the log-in server that development and tests run with; a fresh one a minute, for they run out. */
    public String token(String user) {
        return tokens.computeIfAbsent(user + " " + System.currentTimeMillis() / 60_000, key -> given().baseUri(logIn)
                .formParam("grant_type", "password")
                .formParam("username", user)
                .formParam("password", user)
                .formParam("client_id", "quarkus-app")
                .formParam("client_secret", secret)
                .post("/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token"));
    }

    /** In a transaction of the application's own, which tells the database that this person asks. */
    public <T> T as(String user, String role, Supplier<T> work) {
        return who.inTheNameOf(viewers.find(user, Set.of(role)).orElseThrow(), () -> QuarkusTransaction.requiringNew()
                .call(work::get));
    }

    /** How many rows the statement changed. */
    public int sql(String statement) {
        return entities.createNativeQuery(statement).executeUpdate();
    }

    /** The one value a query gives. */
    public Object value(String query) {
        return entities.createNativeQuery(query).getSingleResult();
    }
}

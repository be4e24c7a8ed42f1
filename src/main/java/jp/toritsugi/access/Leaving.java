package jp.toritsugi.access;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.AuthenticationRedirectException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way from our log-out to the log-in server's, by a form instead of an address, for addresses are written down in many
 * places and the ID token that says whose session ends is in it. The framework's own form begins with a script in the page,
 * which our content policy forbids, and says nothing to people; so its fields are put into a page of ours.
 */
@ApplicationScoped
class Leaving {
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");
    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final int A_FORM = 200;

    private final Template page;

    Leaving(@Location("access/leaving.html") Template page) {
        this.page = page;
    }

    /** One hidden field. */
    public record Field(String name, String value) {}

    /** The same failure, unless it is the framework's form for the log-out. */
    Throwable inWords(Throwable failure, RoutingContext request) {
        if (!(failure instanceof AuthenticationRedirectException form) || form.getCode() != A_FORM) {
            return failure;
        }
        Matcher action = ACTION.matcher(form.getRedirectUri());
        if (!action.find()) {
            return failure;
        }
        URI loginServer = URI.create(action.group(1));
        request.response()
                .setChunked(true)
                .putHeader(
                        "Content-Security-Policy",
                        SecurityHeaders.policyWithFormsTo(
                                loginServer.getScheme() + "://" + loginServer.getAuthority()));
        return new AuthenticationRedirectException(
                A_FORM,
                page.data("action", action.group(1), "fields", fields(form.getRedirectUri()))
                        .render());
    }

    private static List<Field> fields(String form) {
        List<Field> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(form);
        while (field.find()) {
            fields.add(new Field(field.group(1), field.group(2)));
        }
        return fields;
    }
}

package jp.toritsugi.access;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/**
 * For a form that was sent when the log-in had run out. Leading it to the log-in page would end at the address it was
 * sent to, which no page has, and the content policy (form-action) forbids it; so a page of ours comes between, which
 * leads back to where the form is and from there to the log-in. What was typed is kept by the browser (frame/keep.js).
 */
@ApplicationScoped
class LoginAgain {
    private final Template page;

    LoginAgain(@Location("access/again.html") Template page) {
        this.page = page;
    }

    /** Whether this request is a form of a page, and not something that can simply be asked again after the log-in. */
    static boolean isFor(RoutingContext request) {
        String accept = request.request().getHeader("Accept");
        return request.request().method() == HttpMethod.POST && accept != null && accept.contains("text/html");
    }

    String page(RoutingContext request) {
        return page.data("address", whereTheFormIs(request.request())).render();
    }

    /** Path and query of the page that sent the form; the first page where the browser does not say, or a foreign one. */
    private static String whereTheFormIs(HttpServerRequest request) {
        String referer = request.getHeader("Referer");
        try {
            URI from = URI.create(referer == null ? "" : referer);
            if (from.getRawPath() == null
                    || !String.valueOf(from.getAuthority()).equals(authority(request))) {
                return "/";
            }
            // two slashes at the beginning would lead to another host
            String path = from.getRawPath().replaceFirst("^/*", "/");
            return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }

    private static String authority(HttpServerRequest request) {
        return URI.create(request.absoluteURI()).getAuthority();
    }
}

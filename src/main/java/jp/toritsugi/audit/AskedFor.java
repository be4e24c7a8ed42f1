package jp.toritsugi.audit;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What a request asks for, told before it is answered: should it be refused, the trail says by which filters. */
@ApplicationScoped
public class AskedFor {
    private static final String FILTERS = "toritsugi.asked.filters";

    private final CurrentVertxRequest request;

    AskedFor(CurrentVertxRequest request) {
        this.request = request;
    }

    /** @param filters by name, without anything that names a person or a firm */
    public void tell(Map<String, String> filters) {
        RoutingContext context = request.getCurrent();
        if (context != null) {
            context.put(FILTERS, Map.copyOf(filters));
        }
    }

    /** Null where nothing was told. */
    static Map<String, String> of(RoutingContext context) {
        return context.get(FILTERS);
    }
}

package jp.toritsugi.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * The first look at a request, before it is asked who sends it: whether it is meant for us and its address can be read.
 * From here on its body is watched.
 */
@ApplicationScoped
class Arrival {
    private static final int BEFORE_WHO_ASKS = 1900;
    /** Asked by machines of the house under names of their own: health and figures, and the log-in server's word. */
    private static final String MACHINES = "/q/";

    private final FixedAddress address;
    private final Pace pace;

    Arrival(FixedAddress address, Pace pace) {
        this.address = address;
        this.pace = pace;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, BEFORE_WHO_ASKS);
    }

    private void look(RoutingContext context) {
        pace.watch(context);
        HttpServerRequest request = context.request();
        String path = request.path() == null ? "" : request.path();
        Optional<TurnedAway> fault = Written.fault(path, request.query());
        if (fault.isPresent()) {
            fault.get().answer(context);
        } else if (!path.startsWith(MACHINES)
                && !path.equals(StrangersBodies.BACK_CHANNEL)
                && !address.isOurs(request.getHeader("Host"))) {
            TurnedAway.forGood(421, "foreign-host", "宛先が違います", "取次のアドレスを確かめて、開き直してください。")
                    .answer(context);
        } else {
            context.next();
        }
    }
}

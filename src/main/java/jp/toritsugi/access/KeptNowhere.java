package jp.toritsugi.access;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers hold people's secrets: no browser and no proxy keeps one, unless the answer itself says that it may be kept. */
class KeptNowhere {
    private static final String HEADER = "Cache-Control";

    @ServerResponseFilter
    void noStore(ContainerResponseContext answer) {
        if (!answer.getHeaders().containsKey(HEADER)) {
            answer.getHeaders().putSingle(HEADER, "no-store");
        }
    }
}

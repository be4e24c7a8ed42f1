package jp.toritsugi.problem;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * What was sent turned out too large while it was read. The framework has answered 413 by then, without a body, and only
 * its words tell this from a fault of ours.
 */
class BodyTooLarge {
    private static final String FRAMEWORKS_WORDS = "Request too large";

    private final ProblemMappers others;

    BodyTooLarge(ProblemMappers others) {
        this.others = others;
    }

    @ServerExceptionMapper
    Uni<Response> reading(IOException e) {
        return FRAMEWORKS_WORDS.equals(e.getMessage())
                ? Uni.createFrom().item(Response.status(413).build())
                : others.fault(e);
    }
}

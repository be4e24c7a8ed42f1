package jp.toritsugi.recommendation;

import java.util.UUID;
import jp.toritsugi.routing.RoutingCase;

/**
 * What routing looks at in a sheet recorded earlier.
 *
 * @param closed whether whoever asks may not open it
 */
public record PastCase(UUID diagnosis, RoutingCase routed, boolean closed) {}

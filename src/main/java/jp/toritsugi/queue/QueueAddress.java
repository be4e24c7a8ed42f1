package jp.toritsugi.queue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.toritsugi.problem.Refusal;

/** Addresses of the queue's pages: filters and codes, so that one comes back to where one was. Never a name. */
final class QueueAddress {
    private static final int LONGEST = 500;

    private QueueAddress() {}

    static String of(String path, Map<String, String> parameters) {
        UriBuilder address = UriBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.buildFromMap(parameters).toString();
    }

    static String list(QueueQuery query) {
        return of("/queue", query.typed());
    }

    /** The part behind the question mark, empty for a queue without filters. */
    static String filters(QueueQuery query) {
        String address = list(query);
        int mark = address.indexOf('?');
        return mark < 0 ? "" : address.substring(mark + 1);
    }

    /** Filters as {@link #filters} wrote them, out of a form; whatever else it may be leads to the whole queue. */
    static QueueQuery query(String filters) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        if (filters != null && filters.length() <= LONGEST) {
            for (String part : filters.split("&")) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    parameters.add(part.substring(0, equals), decoded(part.substring(equals + 1)));
                }
            }
        }
        try {
            return QueueQuery.of(parameters);
        } catch (Refusal none) {
            return new QueueQuery(Map.of());
        }
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException none) {
            return "";
        }
    }
}

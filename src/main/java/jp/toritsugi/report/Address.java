package jp.toritsugi.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Address of a page or file with the parameters that made this report, some of them changed. */
public final class Address {
    private final String path;
    private final Map<String, String> parameters;

    private Address(String path, Map<String, String> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    /** The same report again: days spelled out, even where the address that led here left them to us. */
    static Address of(String path, ReportFilter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("from", filter.from().toString());
        parameters.put("to", filter.to().toString());
        parameters.put("basis", filter.basis().code());
        if (filter.asOf() != null) {
            parameters.put("asOf", filter.asOf().toString());
        }
        if (filter.version() != null) {
            parameters.put("version", filter.version());
        }
        parameters.putAll(filter.sheets().parameters());
        return new Address(path, parameters);
    }

    static Address of(String path) {
        return new Address(path, Map.of());
    }

    public Address at(String otherPath) {
        return new Address(otherPath, parameters);
    }

    /** Null or blank takes the parameter away. */
    public Address with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (ReportRequest.isBlank(value)) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Address(path, changed);
    }

    public Address without(Iterable<String> names) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        names.forEach(changed::remove);
        return new Address(path, changed);
    }

    @Override
    public String toString() {
        return parameters.isEmpty()
                ? path
                : path + "?"
                        + parameters.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

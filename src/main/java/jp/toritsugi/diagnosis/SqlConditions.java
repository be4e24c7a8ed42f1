package jp.toritsugi.diagnosis;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Conditions joined by and, with their bound parameters. */
final class SqlConditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    void add(String condition) {
        conditions.add(condition);
    }

    void add(String condition, String name, Object value) {
        add(condition);
        bind(name, value);
    }

    void bind(String name, Object value) {
        parameters.put(name, value);
    }

    String text() {
        return String.join(" and ", conditions);
    }

    void bindTo(Query query) {
        parameters.forEach(query::setParameter);
    }
}

package jp.toritsugi.query;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Conditions joined by and, with their bound parameters. */
public final class SqlConditions {
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([A-Za-z][A-Za-z0-9]*)");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    public void add(String condition) {
        conditions.add(condition);
    }

    public void add(String condition, String name, Object value) {
        add(condition);
        bind(name, value);
    }

    /** All of the others as well. */
    public void add(SqlConditions others) {
        conditions.addAll(others.conditions);
        parameters.putAll(others.parameters);
    }

    /** As {@link #add(String, String, Object)}, but nothing is asked where no value is given. */
    public void addIfGiven(String condition, String name, Object value) {
        if (value != null) {
            add(condition, name, value);
        }
    }

    public void bind(String name, Object value) {
        parameters.put(name, value);
    }

    /** The same with other names for its parameters, so that it may stand beside others in one query. */
    public SqlConditions renamed(String prefix) {
        SqlConditions same = new SqlConditions();
        conditions.forEach(condition -> same.add(PARAMETER.matcher(condition).replaceAll(":" + prefix + "$1")));
        parameters.forEach((name, value) -> same.bind(prefix + name, value));
        return same;
    }

    public String text() {
        return String.join(" and ", conditions);
    }

    public void bindTo(Query query) {
        parameters.forEach(query::setParameter);
    }
}

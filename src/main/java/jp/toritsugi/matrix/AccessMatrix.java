package jp.toritsugi.matrix;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.toritsugi.access.Roles;

/** 権限表 as it lies in access/matrix.csv: what the page shows and the tests carry out, cell by cell. */
@ApplicationScoped
public class AccessMatrix {
    /** In the order of the table's columns. */
    public static final List<String> ROLES = List.of(
            Roles.OFFICER,
            Roles.MANAGER,
            Roles.COORDINATOR,
            Roles.CONSULTANT,
            Roles.ANALYST,
            Roles.AUDITOR,
            Roles.ADMIN);

    private static final String FILE = "/access/matrix.csv";

    private final List<Endpoint> endpoints = read();

    public List<Endpoint> endpoints() {
        return endpoints;
    }

    public List<Attempt> attempts() {
        return endpoints.stream()
                .flatMap(endpoint -> endpoint.attempts().stream())
                .toList();
    }

    private static List<Endpoint> read() {
        try (var in = AccessMatrix.class.getResourceAsStream(FILE);
                var csv = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().map(AccessMatrix::endpoint).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Endpoint endpoint(NamedCsvRecord line) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        ROLES.forEach(role -> cells.put(role, Cell.of(line.getField(role))));
        Endpoint endpoint = new Endpoint(
                line.getField("feature"),
                line.getField("name"),
                line.getField("method"),
                line.getField("path"),
                line.getField("thing"),
                line.getField("anonymous").equals("401") ? Answer.TOLD_TO_LOG_IN : Answer.LED_TO_LOG_IN,
                cells);
        if (endpoint.thing().isEmpty() && cells.values().stream().anyMatch(Cell::isAboutThings)) {
            throw new IllegalStateException("a line about nobody's thing says whose: " + line);
        }
        return endpoint;
    }
}

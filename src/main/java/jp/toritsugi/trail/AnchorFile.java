package jp.toritsugi.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The anchors' copy outside the database, one line each: moment, the one hash, the heads as JSON, parted by tabs. Whoever
 * rewrites the database would have to rewrite this, too.
 */
@ApplicationScoped
class AnchorFile {
    private static final TypeReference<LinkedHashMap<String, String>> HEADS = new TypeReference<>() {};

    private final TrailSettings settings;
    private final ObjectMapper json;

    AnchorFile(TrailSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /** Heads of all anchors kept so far; none where no file is set. */
    List<Map<String, String>> all() {
        Path file = settings.anchors().orElse(null);
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(this::heads)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of anchors cannot be read: " + file, e);
        }
    }

    void add(Instant at, Finding finding) {
        settings.anchors().ifPresent(file -> {
            try {
                String line = at + "\t" + finding.anchor() + "\t" + json.writeValueAsString(finding.heads()) + "\n";
                Files.writeString(
                        file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("the anchor cannot be appended to " + file, e);
            }
        });
    }

    private Map<String, String> heads(String line) {
        try {
            return json.readValue(line.substring(line.lastIndexOf('\t') + 1), HEADS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the file of anchors is damaged: " + line, e);
        }
    }
}

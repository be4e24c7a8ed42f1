package jp.toritsugi.interview;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every file of the tablet app with the hash of its content: all of {@code /tablet}, and whatever its modules and style
 * sheets name of {@code /webjars} and {@code /frame}. Read from the class path, so that nobody has to keep a list.
 */
@ApplicationScoped
class AppFiles {
    private static final String ROOT = "META-INF/resources";
    private static final Pattern NAMED =
            Pattern.compile("[\"'(](/(?:webjars|frame)/[\\w./@-]+\\.(?:js|css|svg|png))[\"')]");
    private static final Pattern BESIDE = Pattern.compile("(?:from|import)\\s*['\"](\\.{1,2}/[\\w./-]+\\.js)['\"]");

    private List<AppFile> read;

    synchronized List<AppFile> all() {
        if (read == null || LaunchMode.current().isDev()) {
            read = read();
        }
        return read;
    }

    /** Changes with any of the files; the app tells it as its version. */
    String version() {
        StringBuilder text = new StringBuilder();
        all().forEach(file -> text.append(file.address()).append(file.revision()));
        return hash(text.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }

    private static List<AppFile> read() {
        Map<String, byte[]> files = new TreeMap<>(tablet());
        Deque<String> toRead = new ArrayDeque<>(files.keySet());
        while (!toRead.isEmpty()) {
            String address = toRead.pop();
            for (String named : namedIn(address, files.get(address))) {
                if (!files.containsKey(named)) {
                    byte[] content = content(named);
                    if (content != null) {
                        files.put(named, content);
                        toRead.push(named);
                    }
                }
            }
        }
        return files.entrySet().stream()
                .map(file -> new AppFile(file.getKey(), hash(file.getValue()).substring(0, 16)))
                .toList();
    }

    private static Map<String, byte[]> tablet() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            ClassPathUtils.consumeAsPaths(ROOT + "/tablet", folder -> {
                try (Stream<Path> found = Files.walk(folder)) {
                    found.filter(Files::isRegularFile)
                            .forEach(file -> files.put(
                                    "/tablet/"
                                            + folder.relativize(file).toString().replace('\\', '/'),
                                    bytes(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<String> namedIn(String address, byte[] content) {
        if (!address.endsWith(".js") && !address.endsWith(".css")) {
            return List.of();
        }
        String text = new String(content, StandardCharsets.UTF_8);
        Stream<String> named = NAMED.matcher(text).results().map(found -> found.group(1));
        // modules of the app itself are all in the list already
        Stream<String> beside = address.startsWith("/webjars/")
                ? BESIDE.matcher(text).results().map(found -> beside(address, found.group(1)))
                : Stream.of();
        return Stream.concat(named, beside).toList();
    }

    private static String beside(String address, String relative) {
        return Path.of(address)
                .getParent()
                .resolve(relative)
                .normalize()
                .toString()
                .replace('\\', '/');
    }

    /** Null where there is no such file. A web library's folder has its version in it, which the address leaves out. */
    private static byte[] content(String address) {
        Matcher library = Pattern.compile("/webjars/([^/]+)/(.+)").matcher(address);
        byte[][] found = new byte[1][];
        try {
            if (library.matches()) {
                ClassPathUtils.consumeAsPaths(ROOT + "/webjars/" + library.group(1), folder -> {
                    try (Stream<Path> versions = Files.list(folder)) {
                        versions.map(version -> version.resolve(library.group(2)))
                                .filter(Files::isRegularFile)
                                .forEach(file -> found[0] = bytes(file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            } else {
                ClassPathUtils.consumeAsPaths(ROOT + address, file -> found[0] = bytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found[0];
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

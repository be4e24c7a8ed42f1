package jp.toritsugi.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The real Keycloak as its makers pack it, with the realm and the demonstration people of {@code deploy/keycloak}, in a
 * process and a memory of its own.
 */
public final class Keycloak implements AutoCloseable {
    public static final String CLIENT = "toritsugi";
    public static final String SECRET = "a-secret-known-to-the-tests-and-long-enough";
    public static final String API_CLIENT = "toritsugi-api";
    public static final String API_SECRET = "another-secret-known-to-the-tests-and-long-enough";
    static final String KEEPER = "keeper";

    private static final Path REALM = Path.of("deploy/keycloak");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path log;
    private final String address;

    private Keycloak(Process process, Path log, String address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** Starts it without waiting. @param application where the application will be */
    public static Keycloak launch(String application) {
        try {
            Path home = Path.of(System.getProperty("keycloak.home", "target/keycloak"));
            if (!Files.isDirectory(home)) {
                throw new IllegalStateException("Keycloakがありません。mvn verify が " + home + " に用意します。");
            }
            bringRealm(home);
            int port = PackagedApplication.freePort();
            Path log = Files.createTempFile(Path.of("target"), "keycloak", ".log");
            return new Keycloak(process(home, port, application, log), log, "http://127.0.0.1:" + port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the realm answers. */
    public void untilReady() {
        long begin = System.nanoTime();
        while (!Http.answers(URI.create(issuer()))) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                close();
                throw new IllegalStateException("Keycloak is not ready: " + log());
            }
            pause();
        }
    }

    /** As in {@code TORITSUGI_OIDC_URL}. */
    public String issuer() {
        return address + "/realms/toritsugi";
    }

    String address() {
        return address;
    }

    public KeycloakAdmin admin() {
        return new KeycloakAdmin(this);
    }

    @Override
    public void close() {
        // the script starts Java
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroy);
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void bringRealm(Path home) throws IOException {
        Path imports = Files.createDirectories(home.resolve("data/import"));
        try (Stream<Path> files = Files.walk(REALM)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                Files.write(imports.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    private static Process process(Path home, int port, String application, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m",
                        // it lives for a minute: what pays off later never does
                        "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME", KEEPER,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", KEEPER,
                        "TORITSUGI_URL", application,
                        "TORITSUGI_OIDC_SECRET", SECRET,
                        "TORITSUGI_API_ENABLED", "true",
                        "TORITSUGI_API_SECRET", API_SECRET));
        return builder.start();
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package jp.toritsugi.testing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The package as operators start it: its own process, the settings in its environment. */
public final class PackagedApplication implements AutoCloseable {
    /** Elsewhere only for the benchmark, which measures a package of its own. */
    private static final Path PACKAGE = Path.of(System.getProperty("toritsugi.package", "target/quarkus-app"));

    /** Chosen here unless the settings name one. */
    private static final String PORT = "TORITSUGI_HTTP_PORT";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path log;
    private final int port;
    private final Duration startTook;

    private PackagedApplication(Process process, Path log, int port, Duration startTook) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.startTook = startTook;
    }

    /** The settings of production for this database and this log-in server. */
    public static Map<String, String> settings(Map<String, String> database, SmallLoginServer login) {
        return settings(database, login.url(), SmallLoginServer.CLIENT, SmallLoginServer.SECRET);
    }

    /** As above, for any log-in server. */
    static Map<String, String> settings(Map<String, String> database, String issuer, String client, String secret) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("TORITSUGI_OIDC_URL", issuer);
        settings.put("TORITSUGI_OIDC_CLIENT", client);
        settings.put("TORITSUGI_OIDC_SECRET", secret);
        settings.put("TORITSUGI_DUPLICATES_KEY", "a-key-for-tests-of-the-package-0123456789");
        settings.put("TORITSUGI_HTTP_HOST", "127.0.0.1");
        return settings;
    }

    /** Starts it with {@code java -jar} and waits until it says that it is ready. */
    public static PackagedApplication start(Map<String, String> settings) {
        return start(settings, List.of(java(), "-jar", jar()));
    }

    /** As {@link #start}, by the script of the deployment, with its class archive and its limits of memory. */
    public static PackagedApplication startByScript(Map<String, String> settings) {
        return start(settings, List.of("deploy/run.sh"));
    }

    private static PackagedApplication start(Map<String, String> settings, List<String> command) {
        try {
            int port = settings.containsKey(PORT) ? Integer.parseInt(settings.get(PORT)) : freePort();
            Path log = Files.createTempFile(Path.of("target"), "application", ".log");
            Map<String, String> all = new HashMap<>(settings);
            all.put(PORT, Integer.toString(port));
            long begin = System.nanoTime();
            Process process = launch(all, log, command);
            PackagedApplication waiting = new PackagedApplication(process, log, port, Duration.ZERO);
            waiting.untilReady(begin);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            return new PackagedApplication(process, log, port, took);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a start that is refused leaves behind. */
    public record Refused(int exitCode, String said) {}

    /** Starts it with settings that must stop the start. */
    public static Refused refuse(Map<String, String> settings) throws IOException, InterruptedException {
        Path log = Files.createTempFile(Path.of("target"), "application", ".log");
        Process process = launch(settings, log, List.of(java(), "-jar", jar()));
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("still running: " + Files.readString(log));
            }
            return new Refused(process.exitValue(), Files.readString(log));
        } finally {
            process.destroyForcibly();
        }
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** From the start of the process to the first time it called itself ready. */
    public Duration startTook() {
        return startTook;
    }

    /** Memory the process occupies now, in bytes; Linux only. */
    public long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    /** As an operator ends it: SIGTERM, and the exit code it comes to. */
    public int end(Duration within) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("has not ended within " + within);
        }
        return process.exitValue();
    }

    public long pid() {
        return process.pid();
    }

    /** All it has written so far. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process launch(Map<String, String> settings, Path log, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TORITSUGI_"));
        builder.environment().put("TORITSUGI_APP", PACKAGE.toString());
        builder.environment().put("JAVA_HOME", javaHome());
        // nobody has to be told that it is going to end
        builder.environment().put("TORITSUGI_STOP_DELAY_SECONDS", "0");
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** Another Java than the one that runs the tests: {@code -Dtoritsugi.java.home=…}. */
    private static String javaHome() {
        return System.getProperty("toritsugi.java.home", System.getProperty("java.home"));
    }

    private static String java() {
        return Path.of(javaHome(), "bin", "java").toString();
    }

    private static String jar() {
        return PACKAGE.resolve("quarkus-run.jar").toString();
    }

    private void untilReady(long begin) throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(at("/q/health/ready")).build();
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (ConnectException notYet) {
                if (!process.isAlive()) {
                    break;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            pause();
        }
        close();
        throw new IllegalStateException("not ready: " + new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

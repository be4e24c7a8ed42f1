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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The package as operators start it: its own process, the settings in its environment. */
public final class PackagedApplication implements AutoCloseable {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
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
        Map<String, String> settings = new HashMap<>(database);
        settings.put("TORITSUGI_OIDC_URL", login.url());
        settings.put("TORITSUGI_OIDC_CLIENT", SmallLoginServer.CLIENT);
        settings.put("TORITSUGI_OIDC_SECRET", SmallLoginServer.SECRET);
        settings.put("TORITSUGI_HTTP_HOST", "127.0.0.1");
        return settings;
    }

    /** Starts it and waits until it says that it is ready. */
    public static PackagedApplication start(Map<String, String> settings, String... jvmOptions) {
        try {
            int port = freePort();
            Path log = Files.createTempFile(Path.of("target"), "application", ".log");
            Map<String, String> all = new HashMap<>(settings);
            all.put("TORITSUGI_HTTP_PORT", Integer.toString(port));
            long begin = System.nanoTime();
            Process process = launch(all, log, jvmOptions);
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
        Process process = launch(settings, log);
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

    private static Process launch(Map<String, String> settings, Path log, String... jvmOptions) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty(
                "toritsugi.java",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TORITSUGI_"));
        builder.environment().putAll(settings);
        return builder.start();
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

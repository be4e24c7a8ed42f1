package jp.toritsugi.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL process at work on a data directory, as its own postmaster.pid tells. */
record RunningServer(ProcessHandle process, int port) {
    private static final int PORT_LINE = 3;
    private static final int SECONDS_TO_STOP = 30;
    private static final String UNTIL_GONE = "while kill -0 \"$0\" 2>/dev/null; do sleep 1; done; kill -INT \"$1\"";

    /** Empty when none runs there; what a dead one left behind is cleared away. */
    static Optional<RunningServer> on(Path dataDirectory) throws IOException {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<RunningServer> running = lines.size() <= PORT_LINE
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(RunningServer::isPostgres)
                        .map(process -> new RunningServer(
                                process, Integer.parseInt(lines.get(PORT_LINE).strip())));
        if (running.isEmpty()) {
            Files.delete(pidFile);
        }
        return running;
    }

    /** After a reboot the number may be somebody else's. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> command.contains("postgres"))
                        .orElse(true);
    }

    /** Stops it without waiting for its clients; nothing committed is lost. */
    void stop() throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            process.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException noSuchCommandOrNoAnswer) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Sees to it that the server does not outlive this process even when that is killed outright and no shutdown hook
     * runs. Windows has no such watch: there the next start finds the server again.
     */
    void endWithThisProcess() {
        String self = Long.toString(ProcessHandle.current().pid());
        try {
            new ProcessBuilder("/bin/sh", "-c", UNTIL_GONE, self, Long.toString(process.pid()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException windows) {
            return;
        }
    }
}

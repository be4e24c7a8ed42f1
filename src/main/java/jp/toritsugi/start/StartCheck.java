package jp.toritsugi.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Everything that must hold before the application is started, all of it told at once. */
final class StartCheck {
    private StartCheck() {}

    /** What cannot be asked because a setting is missing is not asked; both servers are asked at the same time. */
    static List<String> complaints(Settings settings) {
        List<String> complaints = new ArrayList<>(SettingsCheck.complaints(settings));
        boolean databaseAskable = none(complaints, "TORITSUGI_DB_");
        boolean loginServerAskable = none(complaints, "TORITSUGI_OIDC_URL");
        var login = CompletableFuture.supplyAsync(
                () -> loginServerAskable ? LoginServerCheck.complaints(settings.oidc()) : List.<String>of());
        if (databaseAskable) {
            complaints.addAll(DatabaseCheck.complaints(settings.db()));
        }
        complaints.addAll(FolderCheck.complaints(settings.imports()
                .directory()
                .map(Path::of)
                .orElse(Path.of(System.getProperty("java.io.tmpdir"), "toritsugi-imports"))));
        complaints.addAll(login.join());
        return complaints;
    }

    private static boolean none(List<String> complaints, String variable) {
        return complaints.stream().noneMatch(complaint -> complaint.contains(variable));
    }
}

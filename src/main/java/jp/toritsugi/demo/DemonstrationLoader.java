package jp.toritsugi.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import jp.toritsugi.diagnosis.BulkRecorder;
import jp.toritsugi.report.Published;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the demonstration network and its interviews into an empty database; what is there already stays as it is. */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
public class DemonstrationLoader {
    private final BulkRecorder recorder;
    private final ObjectMapper mapper;
    private final String url;
    private final String owner;
    private final String password;
    private final int port;

    DemonstrationLoader(
            BulkRecorder recorder,
            ObjectMapper mapper,
            @ConfigProperty(name = "TORITSUGI_DB_URL") String url,
            @ConfigProperty(name = "TORITSUGI_DB_OWNER") String owner,
            @ConfigProperty(name = "TORITSUGI_DB_OWNER_PASSWORD") String password,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.recorder = recorder;
        this.mapper = mapper;
        this.url = url;
        this.owner = owner;
        this.password = password;
        this.port = port;
    }

    void atStart(@Observes StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            load();
            Log.infof(
                    "http://localhost:%d を開き、見本の利用者（minato-officer、coordinator、pref-analyst など）を選んでログインしてください。", port);
        }
    }

    /** Safe to call again: a sheet that was corrected or withdrawn in the meantime stays so. */
    public void load() {
        loadNetwork();
        List<BulkRecorder.Item> items =
                new DemonstrationSheets(Published.of("02", mapper).get(0)).make();
        var hand = new BulkRecorder.Hand("coordinator", "結城 むすび", "02", "secretariat");
        recorder.write(recorder.look(items, hand), hand);
    }

    private void loadNetwork() {
        try (InputStream in = DemonstrationLoader.class.getResourceAsStream("/demo/network.sql");
                Connection connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("見本のネットワークを用意できません。", e);
        }
    }
}

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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.toritsugi.access.Roles;
import jp.toritsugi.access.Viewer;
import jp.toritsugi.access.Viewers;
import jp.toritsugi.access.WhoAsks;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.diagnosis.BulkRecorder;
import jp.toritsugi.diagnosis.BulkRecorder.Hand;
import jp.toritsugi.problem.Refusal;
import jp.toritsugi.provision.ProvisionDesk;
import jp.toritsugi.report.Published;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the demonstration network and its interviews into an empty database; what is there already stays as it is. */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test"})
public class DemonstrationLoader {
    private static final int PROVIDED_EACH = 4;

    private final BulkRecorder recorder;
    private final ProvisionDesk desk;
    private final Viewers viewers;
    private final WhoAsks who;
    private final ObjectMapper mapper;
    private final DemonstrationCases cases;
    private final String url;
    private final String owner;
    private final String password;
    private final int port;

    DemonstrationLoader(
            BulkRecorder recorder,
            ProvisionDesk desk,
            Viewers viewers,
            WhoAsks who,
            ObjectMapper mapper,
            DemonstrationCases cases,
            @ConfigProperty(name = "TORITSUGI_DB_URL") String url,
            @ConfigProperty(name = "TORITSUGI_DB_OWNER") String owner,
            @ConfigProperty(name = "TORITSUGI_DB_OWNER_PASSWORD") String password,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.recorder = recorder;
        this.desk = desk;
        this.viewers = viewers;
        this.who = who;
        this.mapper = mapper;
        this.cases = cases;
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
        items.stream()
                .collect(Collectors.groupingBy(BulkRecorder.Item::institution))
                .forEach(this::record);
        provide(items);
        cases.open(items);
    }

    /** Some cases of two institutions lie with the centre, so that its consultant has something to read. */
    private void provide(List<BulkRecorder.Item> items) {
        for (String institution : List.of("minato-cci", "ringo-bank")) {
            Viewer officer = officer(institution);
            List<BulkRecorder.Item> consented = items.stream()
                    .filter(item -> item.institution().equals(institution))
                    .filter(item -> item.sheet().spokenConsents().allowPassingOn())
                    .limit(PROVIDED_EACH)
                    .toList();
            who.inTheNameOf(officer, () -> {
                consented.forEach(item -> provide(item, officer));
                return null;
            });
        }
    }

    private void provide(BulkRecorder.Item item, Viewer officer) {
        UUID id = new UUID(
                item.id().value().getMostSignificantBits(), ~item.id().value().getLeastSignificantBits());
        try {
            desk.provide(
                    new ProvisionDesk.NewProvision(
                            id, item.id().value(), "succession-center", RecipientKind.CENTER, null),
                    officer);
        } catch (Refusal changedInTheMeantime) {
            Log.debugf("the demonstration's case %s is not provided: %s", item.id(), changedInTheMeantime.type());
        }
    }

    /** Every institution's officer records the institution's own. */
    private void record(String institution, List<BulkRecorder.Item> items) {
        Viewer officer = officer(institution);
        Hand hand = Hand.of(officer);
        who.inTheNameOf(officer, () -> {
            recorder.write(recorder.look(items, hand), hand);
            return null;
        });
    }

    private Viewer officer(String institution) {
        return viewers.find(institution.replaceFirst("-.*", "-officer"), Set.of(Roles.OFFICER))
                .orElseThrow();
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

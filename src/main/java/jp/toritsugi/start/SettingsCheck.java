package jp.toritsugi.start;

import io.smallrye.common.net.Inet;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Looks at the settings alone, before anything is connected to. Values are never repeated: some are secret. */
final class SettingsCheck {
    private static final int HIGHEST_PORT = 65535;
    private static final int MOST_CONNECTIONS = 1000;
    /** Of seconds for a page, of minutes for a job. */
    private static final int LONGEST_WAIT = 1000;

    private static final int SHORTEST_KEY = 32;
    private static final int GREATEST_LEAST = 1000;

    private final Settings settings;
    private final List<String> complaints = new ArrayList<>();

    private SettingsCheck(Settings settings) {
        this.settings = settings;
    }

    /** One sentence for each thing missing or wrong, naming its variable; empty when all is well. */
    static List<String> complaints(Settings settings) {
        SettingsCheck check = new SettingsCheck(settings);
        check.database();
        check.loginServer();
        check.http();
        check.stop();
        check.duplicates();
        check.rate();
        check.door();
        check.mail();
        check.webhooks();
        check.figures();
        return check.complaints;
    }

    private void database() {
        var db = settings.db();
        if (given("TORITSUGI_DB_URL", db.url(), "PostgreSQLの接続先。例: jdbc:postgresql://db.example.jp:5432/toritsugi")
                && !db.url().get().matches("jdbc:postgresql:.+")) {
            complain("TORITSUGI_DB_URL がPostgreSQLの接続先ではありません。jdbc:postgresql://ホスト名:5432/データベース名 の形で指定してください。");
        }
        given("TORITSUGI_DB_USER", db.user(), "アプリケーションが使うデータベースの役割");
        given("TORITSUGI_DB_PASSWORD", db.password(), "TORITSUGI_DB_USER のパスワード");
        given("TORITSUGI_DB_OWNER", db.owner(), "表を所有し、起動時に移行を行うデータベースの役割");
        given("TORITSUGI_DB_OWNER_PASSWORD", db.ownerPassword(), "TORITSUGI_DB_OWNER のパスワード");
        if (db.owner().isPresent() && db.owner().equals(db.user())) {
            complain("TORITSUGI_DB_OWNER と TORITSUGI_DB_USER が同じ役割です。アプリケーションの役割は何も所有しない、別の役割にしてください。");
        }
        number("TORITSUGI_DB_CONNECTIONS", db.connections(), MOST_CONNECTIONS);
        number("TORITSUGI_DB_STATEMENT_SECONDS", db.statementSeconds(), LONGEST_WAIT);
        number("TORITSUGI_DB_FIGURES_SECONDS", db.figuresSeconds(), LONGEST_WAIT);
        number("TORITSUGI_DB_JOB_MINUTES", db.jobMinutes(), LONGEST_WAIT);
    }

    private void loginServer() {
        var oidc = settings.oidc();
        if (given("TORITSUGI_OIDC_URL", oidc.url(), "ログインに使うOIDCサーバー。例: https://login.example.jp/realms/toritsugi")
                && !isWebAddress(oidc.url().get())) {
            complain("TORITSUGI_OIDC_URL が http:// または https:// で始まるアドレスではありません。");
        }
        given("TORITSUGI_OIDC_CLIENT", oidc.client(), "OIDCサーバーに登録したクライアントID");
        given("TORITSUGI_OIDC_SECRET", oidc.secret(), "そのクライアントのシークレット");
    }

    private void http() {
        number("TORITSUGI_HTTP_PORT", settings.http().port(), HIGHEST_PORT);
        if (!settings.http().proxied().matches("true|false")) {
            complain("TORITSUGI_HTTP_PROXIED は true（プロキシの後ろ）か false で指定してください。");
        }
        boolean proxied = settings.http().proxied().equals("true");
        var proxies = settings.http().proxies().filter(text -> !text.isBlank());
        if (proxied) {
            given("TORITSUGI_HTTP_PROXIES", proxies, "信じてよいプロキシのIPアドレス。例: 127.0.0.1,10.0.0.0/8");
            given("TORITSUGI_HTTP_ADDRESS", settings.http().address(), "利用者が開くアドレス。例: https://toritsugi.example.jp");
        }
        if (proxies.isPresent() && !Arrays.stream(proxies.get().split(",")).allMatch(SettingsCheck::isNetwork)) {
            complain("TORITSUGI_HTTP_PROXIES は、IPアドレスか 10.0.0.0/8 の形をコンマで並べて指定してください。");
        }
        var address = settings.http().address().filter(text -> !text.isBlank());
        if (address.isPresent() && !isWebAddress(address.get().strip())) {
            complain("TORITSUGI_HTTP_ADDRESS が http:// または https:// で始まるアドレスではありません。");
        }
    }

    private void door() {
        var door = settings.door();
        amount("TORITSUGI_DOOR_AT_ONCE", door.atOnce());
        amount("TORITSUGI_DOOR_SEARCHES", door.searches());
        if (!door.bodies().matches("[1-9][0-9]{0,5}M")) {
            complain("TORITSUGI_DOOR_BODIES は 16M のように、メガバイトの数に M を付けて指定してください。");
        }
    }

    private static boolean isNetwork(String written) {
        String text = written.strip();
        return text.contains("/") ? Inet.parseCidrAddress(text) != null : Inet.parseInetAddress(text) != null;
    }

    private void stop() {
        seconds("TORITSUGI_STOP_DELAY_SECONDS", settings.stop().delaySeconds());
        seconds("TORITSUGI_STOP_TIMEOUT_SECONDS", settings.stop().timeoutSeconds());
    }

    private void seconds(String variable, String value) {
        if (!value.matches("[0-9]{1,3}")) {
            complain(variable + " は0から999までの秒数で指定してください。");
        }
    }

    private void duplicates() {
        var key = settings.duplicates().key();
        if (given("TORITSUGI_DUPLICATES_KEY", key, "事業者の重複を名前を明かさずに見つけるための秘密の鍵")
                && key.get().strip().length() < SHORTEST_KEY) {
            complain("TORITSUGI_DUPLICATES_KEY が短すぎます。32文字以上の、推測できない文字列にしてください。");
        }
        if (!settings.duplicates().toldADay().matches("[0-9]{1,4}")) {
            complain("TORITSUGI_DUPLICATES_TOLD_A_DAY は0（知らせない）から9999までの整数で指定してください。");
        }
    }

    private void rate() {
        var rate = settings.rate();
        amount("TORITSUGI_RATE_REQUESTS", rate.requests());
        amount("TORITSUGI_RATE_SEARCHES", rate.searches());
        amount("TORITSUGI_RATE_STRANGERS", rate.strangers());
    }

    private void mail() {
        var mail = settings.mail();
        if (!mail.on().matches("true|false")) {
            complain("TORITSUGI_MAIL_ON は true（お知らせのメールを送る）か false で指定してください。");
        }
        if (!mail.on().equals("true")) {
            return;
        }
        if (given("TORITSUGI_MAIL_LINK", mail.link(), "メールに書く入口。例: https://toritsugi.example.jp")
                && !isWebAddress(mail.link().get())) {
            complain("TORITSUGI_MAIL_LINK が http:// または https:// で始まるアドレスではありません。");
        }
        given("TORITSUGI_MAIL_FROM", mail.from(), "メールの差出人のアドレス");
    }

    private void webhooks() {
        var key = settings.webhooks().key();
        if (key.isPresent() && key.get().strip().length() < SHORTEST_KEY) {
            complain("TORITSUGI_WEBHOOKS_KEY が短すぎます。32文字以上の、推測できない文字列にしてください。");
        }
    }

    private void figures() {
        number("TORITSUGI_FIGURES_LEAST", settings.figures().least(), GREATEST_LEAST);
        var key = settings.cursors().key();
        if (key.isPresent() && key.get().strip().length() < SHORTEST_KEY) {
            complain("TORITSUGI_CURSORS_KEY が短すぎます。32文字以上の、推測できない文字列にしてください。");
        }
    }

    private void amount(String variable, String value) {
        if (!value.matches("[0-9]{1,9}")) {
            complain(variable + " は0（制限なし）以上の整数で指定してください。");
        }
    }

    private boolean given(String variable, Optional<String> value, String meaning) {
        boolean given = value.filter(text -> !text.isBlank()).isPresent();
        if (!given) {
            complain("環境変数 " + variable + " が設定されていません（" + meaning + "）。");
        }
        return given;
    }

    private void number(String variable, String value, int most) {
        if (!value.matches("[1-9][0-9]{0,8}") || Integer.parseInt(value) > most) {
            complain(variable + " は1から" + most + "までの整数で指定してください。");
        }
    }

    private void complain(String sentence) {
        complaints.add(sentence);
    }

    private static boolean isWebAddress(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

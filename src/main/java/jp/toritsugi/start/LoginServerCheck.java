package jp.toritsugi.start;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks the log-in server for its self-description, as the framework will a moment later, but with an answer for people. */
final class LoginServerCheck {
    private static final int MILLISECONDS = 5000;
    private static final String DESCRIPTION = "/.well-known/openid-configuration";

    private LoginServerCheck() {}

    static List<String> complaints(Settings.LoginServer settings) {
        String url = settings.url().orElseThrow().replaceFirst("/+$", "");
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url + DESCRIPTION).toURL().openConnection();
            connection.setConnectTimeout(MILLISECONDS);
            connection.setReadTimeout(MILLISECONDS);
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                return List.of("TORITSUGI_OIDC_URL の" + DESCRIPTION + "が見つかりません（HTTP " + status
                        + "）。発行者（issuer）のアドレスを指定してください。");
            }
            try (InputStream in = connection.getInputStream()) {
                return fault(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return List.of("TORITSUGI_OIDC_URL のOIDCサーバーに接続できません。アドレスと、サーバーが動いているか、証明書が信頼されているかを確かめてください。");
        }
    }

    /** The log-out at /logout also ends the session at the log-in server: a shared tablet must not stay logged in. */
    private static List<String> fault(String description) {
        if (!description.contains("\"authorization_endpoint\"")) {
            return List.of("TORITSUGI_OIDC_URL のサーバーはOIDCサーバーではないようです。発行者（issuer）のアドレスを指定してください。");
        }
        return description.contains("\"end_session_endpoint\"")
                ? List.of()
                : List.of(
                        "TORITSUGI_OIDC_URL のOIDCサーバーにログアウト（end_session_endpoint）がありません。RP-Initiated Logoutに対応したサーバーを使ってください。");
    }
}

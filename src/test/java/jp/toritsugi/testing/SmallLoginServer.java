package jp.toritsugi.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * An OpenID Connect server of the smallest size, for the packaged application, whose log-in is a real one. It lets in
 * whom the test named last, without asking, and makes tokens for programs.
 */
public final class SmallLoginServer implements AutoCloseable {
    public static final String CLIENT = "toritsugi";
    public static final String SECRET = "a-secret-known-to-the-tests-and-long-enough";
    private static final String KEY = "key-1";

    private final HttpServer server;
    private final KeyPair keys;
    private volatile String user = "nobody";
    private volatile String role = "officer";

    private SmallLoginServer(HttpServer server, KeyPair keys) {
        this.server = server;
        this.keys = keys;
    }

    public static SmallLoginServer start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SmallLoginServer login = new SmallLoginServer(server, generator.generateKeyPair());
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "login-server");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, login.description()));
            server.createContext("/keys", exchange -> json(exchange, login.publicKeys()));
            server.createContext("/token", exchange -> json(exchange, login.tokens()));
            server.createContext("/authorize", login::sendBack);
            server.start();
            return login;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who comes back from the log-in page from now on. */
    public void letIn(String userName, String asRole) {
        user = userName;
        role = asRole;
    }

    /** A token a program sends as {@code Authorization: Bearer …}. */
    public String token(String userName, String asRole) {
        return Jwt.issuer(url())
                .subject(userName)
                .upn(userName)
                .preferredUserName(userName)
                .audience(CLIENT)
                .groups(asRole)
                .expiresIn(Duration.ofHours(6))
                .jws()
                .keyId(KEY)
                .sign(keys.getPrivate());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String description() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                "jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/end"}"""
                .formatted(url());
    }

    private String publicKeys() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}"""
                .formatted(KEY, number(key.getModulus()), number(key.getPublicExponent()));
    }

    private String tokens() {
        String token = token(user, role);
        return """
                {"access_token":"%1$s","id_token":"%1$s","token_type":"Bearer","expires_in":3600}"""
                .formatted(token);
    }

    private void sendBack(HttpExchange exchange) throws IOException {
        Map<String, String> asked = new HashMap<>();
        for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            asked.put(parts[0], parts[1]);
        }
        String back = URLDecoder.decode(asked.get("redirect_uri"), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", back + "?code=once&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void json(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        // BigInteger puts a sign byte in front, JWK has none.
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }
}

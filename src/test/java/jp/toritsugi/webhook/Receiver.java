package jp.toritsugi.webhook;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Another system, which checks signatures in its own way. */
final class Receiver implements AutoCloseable {
    record Told(String id, String timestamp, String signature, String body) {

        /** By another library than the one that signed. */
        boolean isSignedWith(String secret) {
            byte[] key = org.apache.commons.codec.binary.Base64.decodeBase64(secret.substring("whsec_".length()));
            String expected = org.apache.commons.codec.binary.Base64.encodeBase64String(
                    new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(id + "." + timestamp + "." + body));
            return List.of(signature.split(" ")).contains("v1," + expected);
        }
    }

    final List<Told> told = new CopyOnWriteArrayList<>();
    final AtomicInteger answers = new AtomicInteger(204);
    private final HttpServer server;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/hook", exchange -> {
            var headers = exchange.getRequestHeaders();
            told.add(new Told(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(answers.get(), -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

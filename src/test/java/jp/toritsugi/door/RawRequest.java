package jp.toritsugi.door;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request as no well-behaved client sends it: byte by byte, and perhaps never to its end. */
final class RawRequest implements Closeable {
    private final Socket socket;

    private RawRequest(Socket socket) {
        this.socket = socket;
    }

    static RawRequest to(URI server) {
        try {
            return new RawRequest(new Socket(InetAddress.getLoopbackAddress(), server.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a body that says nothing of its length. @param token of whom, or null */
    static RawRequest beginsBody(URI server, String method, String path, String type, String token) {
        return to(server)
                .send(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.getPort() + "\r\nContent-Type: "
                        + type
                        + "\r\nTransfer-Encoding: chunked\r\nAccept: */*\r\n"
                        + (token == null ? "" : "Authorization: Bearer " + token + "\r\n") + "\r\n");
    }

    RawRequest send(String text) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many bytes more of a chunked body. */
    RawRequest chunk(int bytes) {
        return send(Integer.toHexString(bytes) + "\r\n" + "x".repeat(bytes) + "\r\n");
    }

    /** The status of the answer; 0 when none came in time, -1 when the connection was closed without one. */
    int status(int withinMs) {
        try {
            socket.setSoTimeout(withinMs);
            byte[] line = new byte["HTTP/1.1 200".length()];
            int read = socket.getInputStream().readNBytes(line, 0, line.length);
            return read < line.length
                    ? -1
                    : Integer.parseInt(new String(line, StandardCharsets.ISO_8859_1).substring(9));
        } catch (SocketTimeoutException e) {
            return 0;
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package jp.toritsugi.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where a webhook is told. A URL that somebody typed must not lead our own server into our own network (SSRF): it is looked
 * up, and the address that was judged is the one that is connected to, so that a name cannot answer differently the second
 * time.
 *
 * @param place judged address to connect to; the name stays what TLS and the Host header ask for
 */
record Address(URI url, InetAddress place) {
    private static final int LONGEST = 500;

    /** Why an address is not told, in words for people. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    int port() {
        return url.getPort() > 0 ? url.getPort() : isSecure() ? 443 : 80;
    }

    boolean isSecure() {
        return url.getScheme().equalsIgnoreCase("https");
    }

    /** Path and query, as asked for. */
    String target() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** @param privateToo also addresses of private networks, and this machine without TLS */
    static Address of(String typed, boolean privateToo) throws Unfit {
        URI url = read(typed);
        List<InetAddress> places = lookUp(url.getHost());
        if (!privateToo && !places.stream().allMatch(PublicAddress::isPublic)) {
            throw new Unfit("このアドレスは、内部のネットワークを指しているため使えません。");
        }
        boolean secure = url.getScheme().equalsIgnoreCase("https");
        if (!secure && !(privateToo && places.stream().allMatch(InetAddress::isLoopbackAddress))) {
            throw new Unfit("https:// で始まるアドレスを入力してください。");
        }
        return new Address(url, places.get(0));
    }

    private static URI read(String typed) throws Unfit {
        String text = typed == null ? "" : typed.strip();
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new Unfit("アドレスの書き方が正しくありません。");
        }
        boolean known = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
        if (!known) {
            throw new Unfit("https:// で始まるアドレスを入力してください。");
        }
        if (url.getHost() == null || url.getPort() > 65535 || text.length() > LONGEST) {
            throw new Unfit("アドレスの書き方が正しくありません。");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new Unfit("アドレスに、利用者名・パスワード・#以降は書けません。");
        }
        return url;
    }

    private static List<InetAddress> lookUp(String host) throws Unfit {
        try {
            return Arrays.asList(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            throw new Unfit("このアドレスの機械が見つかりません。");
        }
    }
}

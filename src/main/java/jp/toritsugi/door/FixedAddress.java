package jp.toritsugi.door;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Under which address people reach the application, and which machines may say for whom they ask. */
@ApplicationScoped
class FixedAddress {
    private final String authority;
    private final boolean proxied;
    private final List<CidrAddress> proxies;

    FixedAddress(
            @ConfigProperty(name = "toritsugi.http.address") Optional<String> address,
            @ConfigProperty(name = "toritsugi.http.proxied", defaultValue = "false") boolean proxied,
            @ConfigProperty(name = "toritsugi.http.proxies") Optional<String> proxies) {
        authority = address.filter(one -> !one.isBlank())
                .map(one -> authority(URI.create(one.strip())))
                .orElse(null);
        this.proxied = proxied;
        this.proxies = proxied ? proxies.map(FixedAddress::networks).orElse(List.of()) : List.of();
    }

    /** Whether a request under this name is meant for us; every name is while none is fixed. */
    boolean isOurs(String asked) {
        if (authority == null) {
            return true;
        }
        String name = asked == null ? "" : asked.toLowerCase(Locale.ROOT);
        // The port that goes without saying may be said. Where a proxy tells of another scheme and of no port, the
        // framework has dropped whichever was sent.
        return authority.equals(name)
                || authority.equals(name.replaceFirst(":(80|443)$", ""))
                || proxied && authority.replaceFirst(":\\d+$", "").equals(name);
    }

    boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.matches(address));
    }

    private static String authority(URI address) {
        boolean usual = address.getPort() < 0 || address.getPort() == ("https".equals(address.getScheme()) ? 443 : 80);
        return (address.getHost() + (usual ? "" : ":" + address.getPort())).toLowerCase(Locale.ROOT);
    }

    private static List<CidrAddress> networks(String listed) {
        return Arrays.stream(listed.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(FixedAddress::network)
                .toList();
    }

    private static CidrAddress network(String written) {
        if (written.contains("/")) {
            return Inet.parseCidrAddress(written);
        }
        InetAddress one = Inet.parseInetAddress(written);
        return CidrAddress.create(one, one.getAddress().length * Byte.SIZE);
    }
}

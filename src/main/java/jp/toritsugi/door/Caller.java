package jp.toritsugi.door;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.common.net.Inet;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import jp.toritsugi.organisation.UserName;

/** Who or what sends a request, as far as it is counted by. */
@ApplicationScoped
public class Caller {
    /** A household or an office has as many IPv6 addresses as it likes behind so many bytes. */
    private static final int ONE_SITE = 8;

    private final FixedAddress fixed;

    Caller(FixedAddress fixed) {
        this.fixed = fixed;
    }

    /** The user name of whoever is logged in, as the register spells it; null for a stranger. */
    public String person(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                ? UserName.plain(user.getSecurityIdentity().getPrincipal().getName())
                : null;
    }

    /** IPv4 in full; of IPv6 the part that stands for one site. */
    public String address(HttpServerRequest request) {
        return cut(machine(request), ONE_SITE, 4);
    }

    /** The surroundings of an address, which tell where many requests come from and no single machine: /24, /48. */
    public String surroundings(HttpServerRequest request) {
        return cut(machine(request), 6, 3);
    }

    private InetAddress machine(HttpServerRequest request) {
        return machine(
                request.connection().remoteAddress().hostAddress(),
                request.headers().getAll("X-Forwarded-For"));
    }

    /**
     * What a header says of where a request comes from is believed only of our own proxies, each of which adds the machine
     * it heard from at the end: the last one that is no proxy of ours. What stands before it was written by anybody.
     */
    InetAddress machine(String peer, List<String> forwarded) {
        InetAddress machine = Inet.parseInetAddress(peer);
        List<String> hops = Arrays.asList(String.join(",", forwarded).split(","));
        Collections.reverse(hops);
        for (String hop : hops) {
            InetAddress before = machine != null && fixed.isProxy(machine) ? parsed(hop.strip()) : null;
            if (before == null) {
                return machine;
            }
            machine = before;
        }
        return machine;
    }

    /** With or without a port: 192.0.2.1:4711, [2001:db8::1]:4711. */
    private static InetAddress parsed(String hop) {
        String bare = hop.startsWith("[")
                ? hop.replaceFirst("^\\[(.*)](:[0-9]+)?$", "$1")
                : hop.replaceFirst("^([0-9.]+):[0-9]+$", "$1");
        return bare.isEmpty() ? null : Inet.parseInetAddress(bare);
    }

    private static String cut(InetAddress address, int bytesOfSix, int bytesOfFour) {
        if (address == null) {
            return "?";
        }
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            StringJoiner parts = new StringJoiner(".");
            for (int i = 0; i < bytes.length; i++) {
                parts.add(i < bytesOfFour ? Integer.toString(bytes[i] & 0xff) : "*");
            }
            return parts.toString();
        }
        StringJoiner parts = new StringJoiner(":");
        for (int i = 0; i < bytesOfSix; i += 2) {
            parts.add(Integer.toHexString((bytes[i] & 0xff) << Byte.SIZE | bytes[i + 1] & 0xff));
        }
        return parts + "::";
    }
}

package jp.toritsugi.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallerTest {
    private static final String PROXIES = "10.0.0.0/8, 192.0.2.7,2001:db8:1::/48";

    @Test
    void without_a_proxy_it_is_the_machine_that_is_connected_whatever_it_says() {
        assertThat(machine(false, PROXIES, "10.1.1.1", "203.0.113.5")).isEqualTo("10.1.1.1");
        assertThat(machine(true, PROXIES, "198.51.100.9", "203.0.113.5")).isEqualTo("198.51.100.9");
    }

    @Test
    void behind_proxies_it_is_the_last_hop_that_is_none_of_them() {
        assertThat(machine(true, PROXIES, "10.1.1.1", "203.0.113.5")).isEqualTo("203.0.113.5");
        assertThat(machine(true, PROXIES, "10.1.1.1", "1.2.3.4, 203.0.113.5")).isEqualTo("203.0.113.5");
        assertThat(machine(true, PROXIES, "10.1.1.1", "1.2.3.4, 203.0.113.5, 192.0.2.7"))
                .isEqualTo("203.0.113.5");
        assertThat(machine(true, PROXIES, "10.1.1.1", "1.2.3.4", "203.0.113.5, 192.0.2.7"))
                .isEqualTo("203.0.113.5");
        assertThat(machine(true, PROXIES, "10.1.1.1", "203.0.113.5:4711")).isEqualTo("203.0.113.5");
        assertThat(machine(true, PROXIES, "2001:db8:1::1", "[2001:db8:9::1]:80"))
                .startsWith("2001:db8:9:0:0:0:0:1");
    }

    @Test
    void what_cannot_be_read_ends_the_way_back() {
        assertThat(machine(true, PROXIES, "10.1.1.1")).isEqualTo("10.1.1.1");
        assertThat(machine(true, PROXIES, "10.1.1.1", "203.0.113.5, unknown")).isEqualTo("10.1.1.1");
        assertThat(machine(true, PROXIES, "10.1.1.1", "203.0.113.5, ")).isEqualTo("10.1.1.1");
    }

    @Test
    void a_name_is_ours_or_another() {
        FixedAddress https = new FixedAddress(Optional.of("https://Toritsugi.example.jp/"), true, Optional.of(PROXIES));
        assertThat(List.of("toritsugi.example.jp", "TORITSUGI.example.jp:443")).allMatch(https::isOurs);
        assertThat(List.of("toritsugi.example.jp.evil.example", "evil.example", "", "toritsugi.example.jp:8080"))
                .noneMatch(https::isOurs);
        assertThat(https.isOurs(null)).isFalse();
        FixedAddress port = new FixedAddress(Optional.of("http://127.0.0.1:8080"), false, Optional.empty());
        assertThat(port.isOurs("127.0.0.1:8080")).isTrue();
        assertThat(port.isOurs("127.0.0.1")).isFalse();
        assertThat(new FixedAddress(Optional.empty(), false, Optional.empty()).isOurs("anything"))
                .isTrue();
    }

    private static String machine(boolean proxied, String proxies, String peer, String... forwarded) {
        return new Caller(new FixedAddress(Optional.empty(), proxied, Optional.of(proxies)))
                .machine(peer, List.of(forwarded))
                .getHostAddress();
    }
}

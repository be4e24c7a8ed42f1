package jp.toritsugi.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublicAddressTest {
    private static final List<String> INSIDE = List.of(
            "127.0.0.1",
            "127.255.1.2",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "[::1]",
            "[::]",
            "[fe80::1]",
            "[fd00::1]",
            "[ff02::1]",
            "[::ffff:10.0.0.1]",
            "[64:ff9b::a00:1]",
            "[2002:a00:1::1]",
            "2130706433",
            "localhost");

    @Test
    void nothing_of_the_own_network_is_told() {
        for (String host : INSIDE) {
            assertThatThrownBy(() -> Address.of("https://" + host + "/hook", false))
                    .as(host)
                    .isInstanceOf(Address.Unfit.class);
        }
    }

    @Test
    void the_public_internet_is_told_by_tls_only() throws Exception {
        for (String host : List.of("8.8.8.8", "172.32.0.1", "[2606:4700::1111]")) {
            assertThat(Address.of("https://" + host + "/hook?x=1", false).target())
                    .isEqualTo("/hook?x=1");
        }
        assertThatThrownBy(() -> Address.of("http://8.8.8.8/hook", false)).isInstanceOf(Address.Unfit.class);
        assertThatThrownBy(() -> Address.of("http://8.8.8.8/hook", true)).isInstanceOf(Address.Unfit.class);
        assertThat(Address.of("http://127.0.0.1:8/", true).port()).isEqualTo(8);
    }

    @Test
    void what_is_no_address_is_none() {
        for (String text : List.of(
                "",
                "hook",
                "ftp://8.8.8.8/",
                "file:///etc/passwd",
                "https://",
                "https://user:pass@8.8.8.8/",
                "https://8.8.8.8/#x",
                "https://8.8.8.8:99999/",
                "https://no-such-host.invalid/",
                "https://8.8.8.8/a b")) {
            assertThatThrownBy(() -> Address.of(text, true)).as(text).isInstanceOf(Address.Unfit.class);
        }
    }
}

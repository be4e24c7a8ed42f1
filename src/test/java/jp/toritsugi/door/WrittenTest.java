package jp.toritsugi.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "a", "a=%E5%A0%82&b=1+2", "a=b=c&&d", "%E5%A0%82=x", "a=%25"})
    void what_can_be_read_is_let_through(String query) {
        assertThat(Written.pairs(query)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a=%00, a",
        "b=1&a=x%00y, a",
        "a=%, a",
        "a=%2, a",
        "a=%zz, a",
        "a=%FF, a",
        "a=%ED%A0%80, a",
        "%00=1, ''",
        "%E5%A0%82=%00, 堂"
    })
    void what_cannot_is_told_by_field(String query, String field) {
        assertThat(Written.pairs(query)).hasValueSatisfying(fault -> {
            assertThat(fault.status()).isEqualTo(400);
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.detail()).isNotEmpty();
        });
    }

    @Test
    void a_path_is_read_as_well_and_a_plus_in_it_is_a_plus() {
        assertThat(Written.fault("/a+b/%E5%A0%82", null)).isEmpty();
        assertThat(Written.fault("/a/%00", null)).isPresent();
        assertThat(Written.fault("/a/%", null)).isPresent();
        assertThat(Written.fault("/a", "x=%00")).isPresent();
    }

    @Test
    void too_long_and_too_many_is_told() {
        assertThat(Written.pairs("note=" + "x".repeat(Written.LONGEST + 1)))
                .hasValueSatisfying(fault -> assertThat(fault.field()).isEqualTo("note"));
        assertThat(Written.pairs(IntStream.range(0, 1500).mapToObj(i -> "a=1").collect(Collectors.joining("&"))))
                .isPresent();
    }
}

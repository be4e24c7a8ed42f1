package jp.toritsugi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongTableTest {
    @Test
    void it_holds_what_a_map_holds() {
        LongTable table = new LongTable();
        Map<Long, Long> map = new HashMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            long key = random.nextInt(40_000) - 20_000L;
            if (map.put(key, (long) i) == null) {
                table.add(key, i);
            } else {
                table.replace(key, i);
            }
        }
        map.forEach((key, value) ->
                assertThat(table.find(key, any -> true)).as("key " + key).isEqualTo(value));
        assertThat(table.find(99_999, any -> true)).isEqualTo(-1);
    }

    @Test
    void several_values_under_one_key_are_found_by_what_they_are() {
        LongTable table = new LongTable();
        for (long value = 0; value < 5000; value++) {
            table.add(42, value);
        }
        assertThat(table.find(42, value -> value == 4711)).isEqualTo(4711);
        assertThat(table.find(42, value -> value > 5000)).isEqualTo(-1);
    }
}

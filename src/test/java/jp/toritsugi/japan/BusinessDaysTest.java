package jp.toritsugi.japan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {
    private final BusinessDays days = new BusinessDays();

    @Test
    void the_ten_days_of_2019_are_holidays() {
        for (LocalDate day = LocalDate.of(2019, 4, 27); day.isBefore(LocalDate.of(2019, 5, 7)); day = day.plusDays(1)) {
            assertThat(days.isBusinessDay(day)).as("%s", day).isFalse();
        }
        assertThat(days.isBusinessDay(LocalDate.of(2019, 5, 7))).isTrue();
        assertThat(days.isBusinessDay(LocalDate.of(2019, 10, 22))).isFalse();
        assertThat(days.isBusinessDay(LocalDate.of(2019, 12, 23))).isTrue();
    }

    @Test
    void the_olympics_moved_holidays_in_2020_and_2021() {
        assertThat(days.isBusinessDay(LocalDate.of(2020, 7, 20))).isTrue();
        assertThat(days.isBusinessDay(LocalDate.of(2020, 7, 23))).isFalse();
        assertThat(days.isBusinessDay(LocalDate.of(2020, 7, 24))).isFalse();
        assertThat(days.isBusinessDay(LocalDate.of(2020, 8, 10))).isFalse();
        assertThat(days.isBusinessDay(LocalDate.of(2020, 10, 12))).isTrue();
        assertThat(days.isBusinessDay(LocalDate.of(2021, 7, 22))).isFalse();
        assertThat(days.isBusinessDay(LocalDate.of(2021, 7, 23))).isFalse();
        assertThat(days.isBusinessDay(LocalDate.of(2021, 8, 9))).as("振替休日").isFalse();
        assertThat(days.isBusinessDay(LocalDate.of(2021, 10, 11))).isTrue();
    }

    @Test
    void substitutes_and_days_between_holidays_are_holidays() {
        assertThat(days.isBusinessDay(LocalDate.of(2020, 5, 6))).as("振替休日").isFalse();
        assertThat(days.isBusinessDay(LocalDate.of(2023, 1, 2))).as("振替休日").isFalse();
        assertThat(days.isBusinessDay(LocalDate.of(2026, 9, 22))).as("国民の休日").isFalse();
    }

    @Test
    void deadlines_are_counted_in_business_days() {
        assertThat(days.after(LocalDate.of(2019, 4, 26), 3)).isEqualTo(LocalDate.of(2019, 5, 9));
        assertThat(days.after(LocalDate.of(2019, 10, 18), 3)).isEqualTo(LocalDate.of(2019, 10, 24));
        assertThat(days.between(LocalDate.of(2019, 4, 26), LocalDate.of(2019, 5, 9)))
                .isEqualTo(3);
        assertThat(days.between(LocalDate.of(2019, 5, 9), LocalDate.of(2019, 5, 9)))
                .isZero();
    }

    @Test
    void it_says_until_when_holidays_are_published() {
        assertThat(days.knownUntil()).isEqualTo(LocalDate.of(2027, 12, 31));
    }
}

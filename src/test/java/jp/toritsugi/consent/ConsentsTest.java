package jp.toritsugi.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @Test
    void the_centres_consent_covers_what_is_inside_the_centre() {
        Consents consents = new Consents(List.of(word(RecipientKind.CENTER, true)));

        assertThat(consents.covering(RecipientKind.CENTER, DAY)).isPresent();
        assertThat(consents.covering(RecipientKind.SUCCESSOR_BANK, DAY)).isPresent();
        assertThat(consents.covering(RecipientKind.GUARANTEE_COORDINATOR, DAY)).isPresent();
        assertThat(consents.covering(RecipientKind.GUARANTEE_COORDINATOR, LocalDate.of(2021, 3, 31)))
                .isEmpty();
        assertThat(consents.covering(RecipientKind.AREA_COORDINATOR, DAY)).isEmpty();
        assertThat(consents.covering(RecipientKind.BANK, DAY)).isEmpty();
    }

    @Test
    void a_no_to_one_part_of_the_centre_is_a_no() {
        Consents consents =
                new Consents(List.of(word(RecipientKind.CENTER, true), word(RecipientKind.SUCCESSOR_BANK, false)));

        assertThat(consents.covering(RecipientKind.SUCCESSOR_BANK, DAY)).isEmpty();
        assertThat(consents.refuse(RecipientKind.SUCCESSOR_BANK, DAY)).isTrue();
        assertThat(consents.refuse(RecipientKind.BANK, DAY)).isFalse();
    }

    @Test
    void what_was_taken_back_covers_nothing_and_the_later_word_counts() {
        Consents consents =
                new Consents(List.of(word(RecipientKind.CENTER, true).withdrawn(DAY)));

        assertThat(consents.covering(RecipientKind.CENTER, DAY)).isEmpty();
        assertThat(consents.covering(RecipientKind.SUCCESSOR_BANK, DAY)).isEmpty();
        assertThat(consents.with(word(RecipientKind.CENTER, true)).inForce()).containsExactly(RecipientKind.CENTER);
        assertThat(new Consents(List.of(word(RecipientKind.CENTER, true), word(RecipientKind.CENTER, false))).inForce())
                .isEmpty();
    }

    @Test
    void nothing_is_handed_to_the_own_adviser() {
        assertThat(new Consents(List.of(word(RecipientKind.OWN_ADVISER, true)))
                        .covering(RecipientKind.OWN_ADVISER, DAY))
                .isEmpty();
    }

    private static ConsentGiven word(RecipientKind kind, boolean given) {
        return new ConsentGiven(kind, given, DAY, ConsentGiven.Means.ORAL, null);
    }
}

package jp.toritsugi.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.toritsugi.consent.ConsentGiven;
import jp.toritsugi.consent.Consents;
import jp.toritsugi.consent.RecipientKind;
import org.junit.jupiter.api.Test;

class LegalBasisTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final String CENTER = "02/succession-center";
    private static final Consents NOT_ASKED = new Consents(List.of());

    @Test
    void without_consent_nothing_moves() {
        LegalBasis basis = by(ProvisionSettings.LawfulBasis.CONSENT);

        assertThatThrownBy(() -> basis.of(NOT_ASKED, RecipientKind.CENTER, CENTER, DAY))
                .isInstanceOf(NotCovered.class)
                .hasMessageContaining("有効な同意がありません");
        assertThat(basis.of(said(true), RecipientKind.CENTER, CENTER, DAY).basis())
                .isEqualTo(Basis.CONSENT);
    }

    @Test
    void joint_use_reaches_only_the_announced_users_of_the_same_network() {
        LegalBasis basis = by(ProvisionSettings.LawfulBasis.JOINT_USE);

        assertThat(basis.of(NOT_ASKED, RecipientKind.CENTER, CENTER, DAY).basis())
                .isEqualTo(Basis.JOINT_USE);
        for (String other : List.of("02/ringo-bank", "05/succession-center", "succession-center")) {
            assertThatThrownBy(() -> basis.of(said(true), RecipientKind.CENTER, other, DAY))
                    .as(other)
                    .isInstanceOf(NotCovered.class);
        }
    }

    @Test
    void who_said_no_is_not_jointly_used_either() {
        LegalBasis basis = by(ProvisionSettings.LawfulBasis.JOINT_USE);

        assertThatThrownBy(() -> basis.of(said(false), RecipientKind.CENTER, CENTER, DAY))
                .isInstanceOf(NotCovered.class)
                .hasMessageContaining("断ったか同意を撤回");
        assertThat(basis.stillHolds(Basis.JOINT_USE, said(false), RecipientKind.CENTER, DAY))
                .isFalse();
        assertThat(basis.stillHolds(Basis.JOINT_USE, NOT_ASKED, RecipientKind.CENTER, DAY))
                .isTrue();
        assertThat(basis.stillHolds(Basis.CONSENT, NOT_ASKED, RecipientKind.CENTER, DAY))
                .isFalse();
    }

    private static Consents said(boolean given) {
        return new Consents(List.of(new ConsentGiven(RecipientKind.CENTER, given, DAY, ConsentGiven.Means.ORAL, null)));
    }

    private static LegalBasis by(ProvisionSettings.LawfulBasis basis) {
        return new LegalBasis(new ProvisionSettings() {
            @Override
            public LawfulBasis basis() {
                return basis;
            }

            @Override
            public Optional<List<String>> jointUsers() {
                return Optional.of(List.of(CENTER));
            }
        });
    }
}

package jp.toritsugi.consent;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A kind of recipient that works within another, whose consent covers it (contract.md, routing). It is part of what the
 * owner was told and agreed to: no rule set may say otherwise (decisions/0022).
 *
 * @param within the kind whose consent is enough
 * @param from first day of that; {@code LocalDate.MIN} = ever since
 */
public record Inside(RecipientKind within, LocalDate from) {
    private static final Inside SUCCESSOR_BANK = new Inside(RecipientKind.CENTER, LocalDate.MIN);
    private static final Inside GUARANTEE_COORDINATOR = new Inside(RecipientKind.CENTER, LocalDate.of(2021, 4, 1));

    public static Optional<Inside> of(RecipientKind kind) {
        return switch (kind) {
            case SUCCESSOR_BANK -> Optional.of(SUCCESSOR_BANK);
            case GUARANTEE_COORDINATOR -> Optional.of(GUARANTEE_COORDINATOR);
            case CENTER,
                    AREA_COORDINATOR,
                    GUARANTEE,
                    YOROZU,
                    REVITALIZATION,
                    CHAMBER,
                    TAX_ACCOUNTANT,
                    ACCOUNTANT,
                    LAWYER,
                    MANAGEMENT_CONSULTANT,
                    BANK,
                    MUNICIPALITY,
                    JFC,
                    OWN_ADVISER -> Optional.empty();
        };
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from);
    }
}

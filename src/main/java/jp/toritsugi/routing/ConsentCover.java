package jp.toritsugi.routing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import jp.toritsugi.consent.Consents;
import jp.toritsugi.consent.RecipientKind;

/** The kinds of recipients that an owner's consents let a case go to on a day. */
public final class ConsentCover {
    private ConsentCover() {}

    /** Empty where there is no consent, or none any more. */
    public static Set<RecipientKind> of(Consents consents, LocalDate day) {
        Set<RecipientKind> covered = EnumSet.noneOf(RecipientKind.class);
        if (!consents.all().isEmpty()) {
            for (RecipientKind kind : RecipientKind.values()) {
                if (consents.covering(kind, day).isPresent()) {
                    covered.add(kind);
                }
            }
        }
        return Collections.unmodifiableSet(covered);
    }
}

package jp.toritsugi.interview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.directory.Desk;
import jp.toritsugi.routing.KindNames;

/**
 * A place the owner may be sent to, as the result shows it.
 *
 * @param kind of the contract
 * @param name of the desk; where nobody wrote one down, what the kind is called
 * @param hours when it is open, or null
 * @param doubtful true where nobody confirmed it for half a year; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeskLine(String kind, String name, String telephone, String hours, String place, Boolean doubtful) {

    static DeskLine of(Desk desk, LocalDate day) {
        return new DeskLine(
                desk.kind().code(),
                desk.name(),
                desk.telephone(),
                desk.hours(),
                desk.place(),
                desk.needsConfirmingOn(day) ? Boolean.TRUE : null);
    }

    static DeskLine of(RecipientKind kind, KindNames.Name name) {
        return new DeskLine(kind.code(), name.name(), null, null, name.place(), null);
    }
}

package jp.toritsugi.feedback;

import java.util.Locale;

/** To whom something is told; who belongs to it is worked out in the database (V20261126_73). */
enum Audience {
    /** Officers and managers of the diagnosing institution, of its own branch where it confines branches. */
    HOUSE,
    /** Its managers alone. */
    MANAGERS,
    SECRETARIAT,
    /** Consultants of the receiving institution. */
    DESK;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package jp.toritsugi.routing;

/**
 * Something to be clear about before a case is handed over.
 *
 * @param stops whether it stops the referral
 * @param happens in the evaluation itself, instead of {@code when}; or null
 */
record Gate(
        String code,
        String name,
        boolean stops,
        Condition when,
        Alternatives applies,
        Happening happens,
        String because) {

    enum Happening {
        /** A kind fell away because the owner's consent does not cover it. */
        BLOCKED,
        /** The leaf or its state is not decided, and no first rule applied. */
        UNDECIDED
    }
}

package jp.toritsugi.sheet;

/**
 * For whom a talk was held, as the one who held it was at work then. It says nothing of the sheet's content and is not kept
 * with it: it keeps what a tablet sends days later from landing where its person works by then.
 *
 * @param network code of the network, {@code 02}
 * @param institution code of the institution
 */
public record HeldFor(String network, String institution) {}

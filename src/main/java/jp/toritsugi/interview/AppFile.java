package jp.toritsugi.interview;

/**
 * A file the app needs without a signal.
 *
 * @param address where it is served
 * @param revision hash of its content, hex
 */
record AppFile(String address, String revision) {}

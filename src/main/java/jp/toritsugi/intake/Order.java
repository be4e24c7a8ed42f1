package jp.toritsugi.intake;

/**
 * What is to be done with a file.
 *
 * @param dryRun true = it is only checked, and nothing is recorded
 */
record Order(boolean dryRun, Mode mode) {
    static final Order CHECK = new Order(true, Mode.ALL_OR_NOTHING);
}

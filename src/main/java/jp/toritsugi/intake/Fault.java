package jp.toritsugi.intake;

/**
 * Why a line cannot be taken.
 *
 * @param column as the header names it
 * @param reason a Japanese sentence
 */
record Fault(String column, String reason) {}

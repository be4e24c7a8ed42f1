package jp.toritsugi.lines;

/**
 * Why a line cannot be taken.
 *
 * @param column as the header names it
 * @param reason a Japanese sentence
 */
public record Fault(String column, String reason) {}

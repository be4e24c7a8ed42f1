package jp.toritsugi.problem;

/**
 * One thing wrong with what was sent.
 *
 * @param field path of the field as the sender wrote it, for example {@code answers.Q1} or {@code representative.age}
 * @param message a Japanese sentence that says what is wrong and, where possible, what would be right
 */
public record Violation(String field, String message) {}

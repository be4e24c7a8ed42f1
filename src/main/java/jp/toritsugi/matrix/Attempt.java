package jp.toritsugi.matrix;

/**
 * One cell of the table, asked for one kind of thing: what the tests carry out.
 *
 * @param role null for somebody who is not logged in
 */
public record Attempt(Endpoint endpoint, String role, Whose whose, Answer answer) {}

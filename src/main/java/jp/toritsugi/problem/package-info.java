/**
 * How a "no" is said: a {@link jp.toritsugi.problem.Refusal} becomes an RFC 9457 problem for programs and a page for
 * people, in one place. Leans on nothing of ours.
 */
package jp.toritsugi.problem;

/**
 * The sheet of an interview (診断票): as it is sent, whether it makes sense, what follows from it, and how it is said in
 * Japanese. Knows nothing of where sheets are kept. Leans on enterprise, consent and questionnaire.
 */
package jp.toritsugi.sheet;

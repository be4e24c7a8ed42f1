/**
 * The interview (診断): its sheet, kept for ever as written, with every correction and withdrawal beside it; what the
 * questionnaire makes of it; how it is found again. Leans on enterprise, consent and questionnaire.
 */
package jp.toritsugi.diagnosis;

/**
 * Questionnaires as people and other programs meet them (調査票): pages, the drawn flow, the paper sheet, the definition as
 * JSON, the exports for ODK and Kobo; and the guard that a version in use is not edited. What a questionnaire means is
 * decided in questionnaire, on which this leans, together with diagnosis and consent for the fields around the questions;
 * nothing leans on this.
 */
package jp.toritsugi.form;

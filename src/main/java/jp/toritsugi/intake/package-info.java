/**
 * The CSV import (取込): from a spreadsheet as people keep it to recorded sheets. A file is read line by line in bounded
 * memory, every fault of every line is told, and what is recorded goes through the rules of diagnosis. Leans on
 * diagnosis, enterprise, consent, questionnaire, organisation, access, frame, japan and problem.
 */
package jp.toritsugi.intake;

/**
 * Recommendations as they are told and kept: one for each revision of a sheet, with the rules and inputs it was made by; the
 * rules as data and as a page. Knows sheets by their id and content alone, so that diagnosis may answer with what is advised.
 * Leans on routing and sheet.
 */
package jp.toritsugi.recommendation;

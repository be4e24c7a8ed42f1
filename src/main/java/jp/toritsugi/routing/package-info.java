/**
 * To whom a case goes next, and why: rule sets as data, the recommendation that follows from a sheet, its explanation and
 * the nearest change that would alter it. Pure: no database, no HTTP. Leans on questionnaire and on the kinds of
 * recipients in consent.
 */
package jp.toritsugi.routing;

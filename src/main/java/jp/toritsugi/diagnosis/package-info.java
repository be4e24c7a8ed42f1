/**
 * The interview (診断) as it is kept: for ever as written, with every correction and withdrawal beside it; how it is keyed
 * in, shown, and found again. Leans on sheet.
 */
package jp.toritsugi.diagnosis;

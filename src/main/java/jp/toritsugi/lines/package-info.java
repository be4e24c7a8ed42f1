/**
 * The lines of a spreadsheet in text form (取込ファイル): how the file is written, where its records begin, what its cells
 * say as a sheet, and everything wrong with a line. Records nothing.
 */
package jp.toritsugi.lines;

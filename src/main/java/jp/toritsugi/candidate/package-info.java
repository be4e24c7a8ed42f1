/**
 * 後継者候補: the second person on a sheet, who usually was not told. The name is never required, lies apart from the sheet,
 * never leaves the diagnosing institution and whoever took it over, and is held where its sheet is held; nothing but this
 * package reads it. Leans on diagnosis.
 */
package jp.toritsugi.candidate;

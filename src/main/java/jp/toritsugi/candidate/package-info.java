/**
 * 後継者候補: the second person on a sheet, who usually was not told. The name is never required, lies apart from the sheet,
 * and never leaves the diagnosing institution; nothing but this package reads it. Leans on diagnosis.
 */
package jp.toritsugi.candidate;

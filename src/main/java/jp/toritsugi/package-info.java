/** Toritsugi (取次): from the interview sheet to the right adviser and to the published tables. */
package jp.toritsugi;

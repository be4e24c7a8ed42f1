/**
 * A new version of the routing rules on its way: sent as a draft, checked, tried on past cases, approved by a second person,
 * in force from its day, or taken back before it. What is approved is handed down to {@code recommendation}, which decides by
 * it. Knows no names: sheets come as routing sees them.
 */
package jp.toritsugi.rulechange;

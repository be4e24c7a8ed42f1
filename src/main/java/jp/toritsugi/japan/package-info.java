/**
 * Japanese office conventions: 和暦 and 年度, 法人番号 and 団体コード, spellings for search, the masters of places and
 * industries. Pure; leans on nothing of ours.
 */
package jp.toritsugi.japan;

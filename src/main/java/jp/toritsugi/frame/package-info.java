/**
 * The frame around every page (画面の枠): header, navigation by role, and how dates and numbers are said in Japanese.
 * Leans on access and japan; every feature with pages leans on it.
 */
package jp.toritsugi.frame;

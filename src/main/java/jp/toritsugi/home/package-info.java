/** The first page after the log-in: what waits for this person, by role. Leans on every feature; nothing leans on it. */
package jp.toritsugi.home;

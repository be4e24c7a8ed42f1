/**
 * 名簿: institutions with their branches and mergers, and who works where, in which role, since when, until when. Pages and
 * API to keep it, one by one or from a CSV file. What it says decides reach from the next request on. May lean on lines
 * for reading files, and on audit and what lies under it; only home leans on it.
 */
package jp.toritsugi.roster;

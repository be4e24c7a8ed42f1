/**
 * The tables (集計): counts and percentages, read through views made for reports. Only reads. Counts come from SQL;
 * a percentage exists in one place, {@link jp.toritsugi.report.Share}.
 */
package jp.toritsugi.report;

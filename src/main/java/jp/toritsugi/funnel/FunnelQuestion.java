package jp.toritsugi.funnel;

import jp.toritsugi.consent.RecipientKind;
import jp.toritsugi.report.AskedSheets;

/**
 * What is asked.
 *
 * @param kind to which kind of desk the sheets went last, or would have gone; null = any
 * @param by what the funnel is taken apart by
 */
record FunnelQuestion(String questionnaire, AskedSheets sheets, RecipientKind kind, Parts by) {}

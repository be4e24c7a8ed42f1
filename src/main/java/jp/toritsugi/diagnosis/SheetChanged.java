package jp.toritsugi.diagnosis;

import jp.toritsugi.consent.Consents;

/**
 * A sheet was corrected, taken back, or its consents changed; told within the same transaction, after the change is
 * written and its row locked, so that whoever listens can undo what no longer stands.
 *
 * @param withdrawn the whole sheet was taken back
 * @param consents what the owner says from now on
 * @param because what happened, in a word for the record: 同意の撤回, 診断票の取下げ …
 */
public record SheetChanged(DiagnosisId id, String institution, boolean withdrawn, Consents consents, String because) {}

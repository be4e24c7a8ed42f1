package jp.toritsugi.consent;

import java.time.LocalDate;

/**
 * 同意の文言: the text the owner was shown.
 *
 * @param code stable for ever; a text that was shown is never edited, a new one gets a new code
 * @param validFrom the first day it is used
 * @param confirmed false = 要確認, our own wording until the secretariat confirms it
 */
public record ConsentWording(String code, LocalDate validFrom, boolean confirmed, String text) {}

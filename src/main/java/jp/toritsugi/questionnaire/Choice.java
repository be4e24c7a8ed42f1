package jp.toritsugi.questionnaire;

/** One answer that may be given: the stable code that is kept, and its wording. */
public record Choice(String code, String label) {}

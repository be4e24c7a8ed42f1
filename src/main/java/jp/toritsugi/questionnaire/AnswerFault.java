package jp.toritsugi.questionnaire;

/** An answer that the questionnaire does not know. */
public record AnswerFault(String question, String message) {}

package jp.toritsugi.questionnaire;

import java.util.List;

/** A missing branch answer may be concluded, for routing only, from what else was answered. */
public record InferenceRule(String question, String answer, List<String> whenAnyAnswered) {}

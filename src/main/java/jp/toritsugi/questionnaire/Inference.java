package jp.toritsugi.questionnaire;

import java.util.Map;

/**
 * What an incomplete sheet would be if its missing branch answers were concluded from the others. For routing only:
 * nothing here is ever counted as an answer.
 *
 * @param answers concluded answers by question; empty when the given ones decide
 * @param conflict two conclusions contradict each other: the leaf is {@code U}
 */
public record Inference(Map<String, String> answers, boolean conflict, String leaf, LeafState leafState) {}

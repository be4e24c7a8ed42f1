package jp.toritsugi.roster;

import java.util.List;
import java.util.Map;

/**
 * Asked before somebody loses what they could see.
 *
 * @param sentences what will happen
 * @param action where the answer goes, with {@code typed} once more
 */
record Confirmation(
        String title, List<String> sentences, String action, Map<String, String> typed, String button, String back) {}

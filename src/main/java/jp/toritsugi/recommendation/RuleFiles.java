package jp.toritsugi.recommendation;

/**
 * The two files of a version of the rules.
 *
 * @param rules YAML
 * @param cases acceptance cases, CSV
 */
public record RuleFiles(String rules, String cases) {}

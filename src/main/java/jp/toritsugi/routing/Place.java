package jp.toritsugi.routing;

import java.util.Set;

/** Municipalities that have something in common, by their 団体コード. */
public record Place(String name, String label, Set<String> municipalities) {}

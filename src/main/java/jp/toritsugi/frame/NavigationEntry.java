package jp.toritsugi.frame;

/**
 * One entry of the navigation.
 *
 * @param current whether the page shown now belongs to it
 */
public record NavigationEntry(String address, String label, boolean current) {}

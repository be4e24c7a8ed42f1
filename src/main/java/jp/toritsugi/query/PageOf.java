package jp.toritsugi.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One page of a keyset-paged list.
 *
 * @param next what to give as {@code after} for the page behind this one; null on the last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PageOf<T>(List<T> items, String next) {}

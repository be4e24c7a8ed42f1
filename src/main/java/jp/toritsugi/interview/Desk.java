package jp.toritsugi.interview;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A place the owner may be sent to, as the result shows it.
 *
 * @param kind of the contract
 * @param hours when it is open, or null where nobody wrote it down
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Desk(String kind, String name, String telephone, String hours, String place) {}

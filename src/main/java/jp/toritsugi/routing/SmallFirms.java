package jp.toritsugi.routing;

import java.util.Set;

/**
 * 小規模: up to so many employees.
 *
 * @param employees in most industries
 * @param exceptIndustries letters of the industries with the other bound
 * @param exceptEmployees that bound
 */
public record SmallFirms(int employees, Set<String> exceptIndustries, int exceptEmployees) {

    /** A sole proprietor counts as small; anybody else of unknown size does not. */
    boolean holds(RoutingCase one) {
        if ("sole-proprietor".equals(one.kind())) {
            return true;
        }
        if (one.employees() == null) {
            return false;
        }
        String industry = one.industry();
        boolean excepted =
                industry != null && !industry.isEmpty() && exceptIndustries.contains(industry.substring(0, 1));
        return one.employees() <= (excepted ? exceptEmployees : employees);
    }
}

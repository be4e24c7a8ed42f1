package jp.toritsugi.inbox;

import java.util.List;
import jp.toritsugi.provision.ProvisionReader;

/**
 * The inbox as laid out.
 *
 * @param recalled what was taken back, of which only that it was is left
 * @param before address of the page before, or null
 * @param after address of the next page, or null
 */
record InboxPage(
        List<Tab> groups,
        List<Tab> hands,
        Group group,
        long count,
        List<InboxRow> rows,
        List<ProvisionReader.RecalledCase> recalled,
        boolean consultant,
        String before,
        String after) {

    /** @param count null where none is told */
    record Tab(String address, String label, Long count, boolean current) {}

    public String empty() {
        return group.empty();
    }

    public String next() {
        return group.next();
    }

    public boolean given() {
        return group == Group.GIVEN;
    }

    public boolean ended() {
        return group == Group.ENDED;
    }

    public String heading() {
        return group.label();
    }
}

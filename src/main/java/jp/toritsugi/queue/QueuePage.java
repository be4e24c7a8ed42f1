package jp.toritsugi.queue;

import java.util.List;
import java.util.UUID;

/**
 * The queue as a page shows it.
 *
 * @param secretariat whether the viewer decides, or looks at their own institution's cases
 * @param filters as an address carries them, for forms to come back
 * @param selects what can be narrowed down by
 * @param late how many are late with these filters
 * @param nextAddress of the page behind this one, or null
 * @param told what was done a moment ago, or null
 * @param bulk what became of several chosen at once, or null
 * @param fault why a view could not be kept, or null
 */
record QueuePage(
        boolean secretariat,
        String filters,
        QueueTab tab,
        List<Link> tabs,
        List<Link> sorts,
        List<Select> selects,
        boolean mine,
        boolean narrowed,
        String plainAddress,
        long late,
        String lateAddress,
        List<Row> rows,
        String nextAddress,
        Told told,
        BulkMoves.Result bulk,
        List<View> views,
        String fault) {

    /** @param count null where nothing is counted */
    record Link(String label, String address, boolean chosen, Long count) {}

    record Select(String name, String label, List<Option> options) {}

    record Option(String value, String label, boolean chosen) {}

    /** @param address of the page on which it is decided, or of the sheet */
    record Row(QueueLine line, String address) {}

    record View(UUID id, String name, String address, boolean chosen) {}

    /** @param firm null where it left the viewer's reach */
    record Told(String firm, String says) {}

    public String title() {
        return secretariat ? "取次の順番" : "案件";
    }

    public boolean lateOnTop() {
        return late > 0 && tab != QueueTab.LATE;
    }

    public boolean all() {
        return tab == QueueTab.ALL;
    }

    /** Address of the case on top, or null. */
    public String first() {
        return rows.isEmpty() ? null : rows.get(0).address();
    }
}

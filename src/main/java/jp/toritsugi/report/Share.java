package jp.toritsugi.report;

/** A count and what it is a share of. Whole percent, half up, in exact integer arithmetic. */
public record Share(long count, long of) {

    /** 0 to 100, or null when there is nothing to be a share of. */
    public Integer percent() {
        return of == 0 ? null : Math.toIntExact((200 * count + of) / (2 * of));
    }

    /** As printed: 28％, or －. */
    public String printed() {
        return of == 0 ? "－" : percent() + "％";
    }
}

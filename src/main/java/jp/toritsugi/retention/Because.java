package jp.toritsugi.retention;

/** A reason, as programs send it. @param institution for a hold on all of an institution's records, else null */
public record Because(String reason, String institution) {
    static String reason(Because sent) {
        return sent == null ? null : sent.reason();
    }
}

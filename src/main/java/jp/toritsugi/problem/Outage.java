package jp.toritsugi.problem;

import java.sql.SQLException;
import java.util.Optional;

/**
 * The database cannot answer now, or not in time. Neither the sender's mistake nor a fault of ours: the same request may
 * be sent again, and the answer says when.
 */
enum Outage {
    BUSY("busy", "いま混み合っています", "たくさんの操作が重なっています。少し待ってから、もう一度お試しください。", 5),
    ABSENT("unavailable", "いまは使えません", "サーバーの準備ができていません。少し待ってから、もう一度お試しください。続くときは、システム管理者にお知らせください。", 10),
    SLOW(
            "too-slow",
            "時間内に終わりませんでした",
            "時間がかかりすぎたため、途中で止めました。期間を短くする、検索の語を減らすなど、条件を絞ってください。そのままのときは、少し待ってからお試しください。",
            30),
    COLLIDED("collided", "ほかの操作と重なりました", "同じものへの操作が重なったため、行われませんでした。もう一度お試しください。", 2);

    private final String type;
    private final String title;
    private final String detail;
    private final int seconds;

    Outage(String type, String title, String detail, int seconds) {
        this.type = type;
        this.title = title;
        this.detail = detail;
        this.seconds = seconds;
    }

    /** When to ask again. */
    int seconds() {
        return seconds;
    }

    Problem problem() {
        return Problem.of(503, type, title, detail);
    }

    static Optional<Outage> of(Throwable thrown) {
        return DatabaseWords.first(thrown, Outage::told);
    }

    /** The pool has no codes, only words. */
    private static Optional<Outage> pool(String words) {
        if (words.contains("cquisition timeout")
                || words.contains("new connection")
                || words.contains("pool is closed")) {
            return Optional.of(BUSY);
        }
        // The transaction's time ran out, and its connection was taken away under its hands.
        return words.startsWith("Enlisted connection used without active transaction")
                ? Optional.of(SLOW)
                : Optional.empty();
    }

    private static Optional<Outage> told(SQLException e) {
        String state = e.getSQLState();
        if (state == null) {
            return pool(String.valueOf(e.getMessage()));
        }
        return switch (state) {
            // cancelled by the statement's limit, or the transaction's
            case "57014", "25P03", "25P04" -> Optional.of(SLOW);
            // lock not given in time, deadlock, order of transactions
            case "55P03", "40P01", "40001" -> Optional.of(COLLIDED);
            // too many connections for this server
            case "53300" -> Optional.of(BUSY);
            // a standby that has not taken over yet
            case "25006" -> Optional.of(ABSENT);
            default ->
                // connection lost; shutting down, starting, restarting; no memory, no space
                state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")
                        ? Optional.of(ABSENT)
                        : Optional.empty();
        };
    }
}

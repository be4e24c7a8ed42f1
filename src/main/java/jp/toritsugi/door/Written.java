package jp.toritsugi.door;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether something can be made of what is written in an address or a form: escapes that are whole, text, no NUL. */
final class Written {
    /** Of one value as sent, three bytes a character and each of them escaped: some 7,000 Japanese characters. */
    static final int LONGEST = 64 * 1024;

    private static final int MOST_PAIRS = 1000;
    private static final int LONGEST_NAME = 100;

    private Written() {}

    /** What is wrong with the path or the query as they were sent; empty when nothing is. */
    static Optional<TurnedAway> fault(String path, String query) {
        if (complaint(path, false) != null) {
            return Optional.of(TurnedAway.unreadable("", "アドレスに" + complaint(path, false)));
        }
        return query == null ? Optional.empty() : pairs(query);
    }

    /** The same for what stands between ampersands, naming the field. */
    static Optional<TurnedAway> pairs(String text) {
        int count = 0;
        for (int from = 0; from <= text.length(); count++) {
            int next = text.indexOf('&', from);
            int to = next < 0 ? text.length() : next;
            int equals = text.indexOf('=', from);
            int name = equals < 0 || equals > to ? to : equals;
            Optional<TurnedAway> fault = pair(text.substring(from, name), text.substring(Math.min(name + 1, to), to));
            if (fault.isPresent()) {
                return fault;
            }
            if (count > MOST_PAIRS) {
                return Optional.of(TurnedAway.unreadable("", "項目が多すぎます。一度に送れるのは" + MOST_PAIRS + "項目までです。"));
            }
            from = to + 1;
        }
        return Optional.empty();
    }

    private static Optional<TurnedAway> pair(String name, String value) {
        String complaint = complaint(name, true);
        if (complaint != null || name.length() > LONGEST) {
            return Optional.of(TurnedAway.unreadable("", "項目の名前に" + (complaint == null ? "長すぎるものがあります。" : complaint)));
        }
        complaint = value.length() > LONGEST ? "長すぎます。" : complaint(value, true);
        if (complaint == null) {
            return Optional.empty();
        }
        String shown = text(name, true);
        String field = shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME) : shown;
        return Optional.of(TurnedAway.unreadable(plain(field), complaint));
    }

    /** Null when nothing is wrong. */
    private static String complaint(String written, boolean isForm) {
        if (!written.contains("%") && written.chars().noneMatch(c -> c == 0 || c > 0x7f)) {
            return null;
        }
        String text = text(written, isForm);
        if (text == null) {
            return "読めない文字があります。入力し直してください。";
        }
        return text.indexOf('\0') >= 0 ? "使えない文字（NUL）が含まれています。" : null;
    }

    /** Null where the escapes are not whole or are no UTF-8. Bytes that are not escaped are one character each here. */
    private static String text(String written, boolean isForm) {
        ByteBuffer bytes = ByteBuffer.allocate(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '%') {
                int high = i + 2 < written.length() ? Character.digit(written.charAt(i + 1), 16) : -1;
                int low = i + 2 < written.length() ? Character.digit(written.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return null;
                }
                bytes.put((byte) (high << 4 | low));
                i += 2;
            } else {
                bytes.put((byte) (isForm && c == '+' ? ' ' : c));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** A name that came from outside, without what could not stand in an answer. */
    private static String plain(String name) {
        return name.replaceAll("\\p{Cntrl}", "");
    }
}

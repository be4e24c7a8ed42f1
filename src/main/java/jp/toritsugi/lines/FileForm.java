package jp.toritsugi.lines;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a file is written, as found out from the file itself.
 *
 * @param mark length in bytes of the byte order mark, 0 without one
 * @param physicalLines lines as an editor counts them, the header included
 */
public record FileForm(Charset charset, int mark, char delimiter, int physicalLines) {
    /** What Japanese Excel calls CSV: Shift_JIS with Microsoft's additions. */
    public static final Charset CP932 = Charset.forName("windows-31j");

    public String encoding() {
        return charset.equals(StandardCharsets.UTF_8) ? (mark > 0 ? "UTF-8 (BOM)" : "UTF-8") : "CP932";
    }

    public String delimiterName() {
        return delimiter == '\t' ? "tab" : "comma";
    }

    public boolean isCp932() {
        return charset.equals(CP932);
    }
}

package jp.toritsugi.lines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One reading of the whole file that tells what it is: whether all of it is UTF-8, how many lines it has.
 *
 * @param utf8 every byte of it
 * @param physicalLines as an editor counts them
 */
record TextScan(boolean utf8, int physicalLines) {
    private static final int MOST_LINES = 2_000_001;

    /** @throws UnreadableFile for a workbook, UTF-16, an empty file or one with too many lines */
    static TextScan of(Path file) throws IOException {
        refuseOtherKinds(file);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        boolean utf8 = true;
        long lines = 1;
        byte previous = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int read;
            while ((read = in.read(bytes.array(), bytes.position(), bytes.remaining())) >= 0) {
                int from = bytes.position();
                bytes.limit(from + read).position(0);
                for (int i = from; i < from + read; i++) {
                    byte b = bytes.array()[i];
                    // CRLF counts at its CR, so that a lone CR needs no look ahead.
                    lines += b == '\r' || b == '\n' && previous != '\r' ? 1 : 0;
                    previous = b;
                }
                if (utf8) {
                    utf8 = !decoder.decode(bytes, chars.clear(), false).isError();
                }
                bytes = utf8 ? bytes.compact() : bytes.clear();
            }
        }
        utf8 = utf8 && !decoder.decode(bytes.flip(), chars.clear(), true).isError();
        if (lines > MOST_LINES) {
            throw new UnreadableFile("一度に取り込めるのは200万行までです。ファイルを分けてください。");
        }
        boolean endsOpen = previous != '\n' && previous != '\r';
        return new TextScan(utf8, (int) (endsOpen ? lines : lines - 1));
    }

    private static void refuseOtherKinds(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4096);
        }
        if (head.length == 0) {
            throw new UnreadableFile("ファイルが空です。");
        }
        if (begins(head, 'P', 'K', 3, 4) || begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableFile("Excelのブックです。Excelで「名前を付けて保存」を選び、種類を「CSV UTF-8」か「CSV」にして保存し直してください。");
        }
        if (begins(head, 0xFF, 0xFE) || begins(head, 0xFE, 0xFF) || isMostlyNul(head)) {
            throw new UnreadableFile("文字コードがUTF-8でもCP932（Shift_JIS）でもありません。Excelで「CSV UTF-8」か「CSV」の種類で保存し直してください。");
        }
    }

    static boolean begins(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Every other byte of Latin text in UTF-16; one stray zero is only a bad line. */
    private static boolean isMostlyNul(byte[] bytes) {
        int zeros = 0;
        for (byte b : bytes) {
            zeros += b == 0 ? 1 : 0;
        }
        return zeros > bytes.length / 8;
    }
}

package jp.toritsugi.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** BIZ UDPGothic, and for the kanji of names it lacks (𠮷 and 3,588 others) a part of Noto Sans JP. Both SIL OFL 1.1. */
final class PaperFonts {
    /** 〓, as printers have always set for a letter they do not have. */
    private static final int GETA = 0x3013;

    private final byte[] ordinary = read("/fonts/BIZUDPGothic-Regular.ttf");
    private final byte[] rare = read("/fonts/NotoSansJP-RareKanji.ttf");
    private final List<CmapLookup> letters = List.of(letters(ordinary), letters(rare));

    InputStream ordinary() {
        return new ByteArrayInputStream(ordinary);
    }

    InputStream rare() {
        return new ByteArrayInputStream(rare);
    }

    /** With 〓 in the place of what neither font has, nor a document may hold. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .filter(one -> !choosesForm(one))
                .map(one -> Character.isWhitespace(one) || has(one) ? one : GETA)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private boolean has(int codePoint) {
        return letters.stream().anyMatch(font -> font.getGlyphId(codePoint) != 0);
    }

    /** Variation selectors choose a form of the letter before them; without one the letter stands as it is. */
    private static boolean choosesForm(int codePoint) {
        return codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }

    private static byte[] read(String name) {
        try (InputStream file = PaperFonts.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup letters(byte[] file) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

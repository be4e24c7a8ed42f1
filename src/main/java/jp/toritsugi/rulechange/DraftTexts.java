package jp.toritsugi.rulechange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jp.toritsugi.japan.SpreadsheetCell;
import jp.toritsugi.problem.InvalidInput;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * The two files of a draft, as they were sent; cells that our own file of cases had made neutral are as they were.
 *
 * @param rules YAML
 * @param cases CSV
 */
record DraftTexts(String rules, String cases) {
    /** A hundred times the first version. */
    private static final int LONGEST = 1 << 20;

    static DraftTexts of(FileUpload rules, FileUpload cases) {
        return new DraftTexts(
                text(rules, "rules", "決まりのファイル（YAML）"),
                SpreadsheetCell.plainFile(text(cases, "cases", "受入れ例のファイル（CSV）")));
    }

    /** UTF-8 when all of it is, otherwise as Japanese Excel writes it; plain line ends, no byte order mark. */
    private static String text(FileUpload file, String field, String what) {
        if (file == null || file.size() == 0) {
            throw new InvalidInput(field, what + "を選んでください。");
        }
        if (file.size() > LONGEST) {
            throw new InvalidInput(field, what + "は1MBまでです。");
        }
        try {
            String text = decoded(Files.readAllBytes(file.uploadedFile()));
            if (text.indexOf('\0') >= 0) {
                throw new InvalidInput(field, what + "が文字のファイルではありません。");
            }
            return text.replaceFirst("^\uFEFF", "").replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-31j"));
        }
    }

    String checksum() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(rules.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(cases.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

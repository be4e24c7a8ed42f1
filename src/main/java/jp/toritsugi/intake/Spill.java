package jp.toritsugi.intake;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Files of details, packed: a million lines with thirty faults each would fill the disk with the same few sentences. */
final class Spill {
    private static final int BUFFER = 1 << 16;

    private Spill() {}

    static OutputStream out(Path file) throws IOException {
        return new GZIPOutputStream(PrivateFiles.create(file), BUFFER) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
    }

    static Writer writer(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(out(file), StandardCharsets.UTF_8), BUFFER);
    }

    static InputStream in(Path file) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file), BUFFER);
    }

    static BufferedReader reader(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(in(file), StandardCharsets.UTF_8), BUFFER);
    }
}

package jp.toritsugi.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Everything that is logged while it listens: words, what is put into them, and the whole of every exception. */
public final class Logged extends Handler {
    private final StringBuffer text = new StringBuffer();

    @Override
    public void publish(LogRecord entry) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        out.println(entry.getMessage() + " " + Arrays.toString(entry.getParameters()));
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(out);
        }
        text.append(said);
    }

    public String text() {
        return text.toString();
    }

    @Override
    public void flush() {
        // nothing waits
    }

    @Override
    public void close() {
        // nothing is open
    }
}

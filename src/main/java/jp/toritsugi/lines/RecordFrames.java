package jp.toritsugi.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Cuts a file into records without decoding it: neither quote, delimiter nor line end is ever the second byte of a
 * character in UTF-8 or CP932. A record may go over several physical lines inside quotes. Where a quote is never closed,
 * or closed in the middle of a field, only the first physical line is given up and reading goes on with the next: one
 * slip of a hand must not swallow the rest of the file.
 */
public final class RecordFrames implements Iterator<RecordFrames.Frame> {
    /** Longest record, in bytes: many times what the longest permitted texts need. */
    static final int LONGEST = 1 << 17;

    private final InputStream in;
    private final byte delimiter;
    private final byte[] buffer = new byte[8 * LONGEST];
    private int start;
    private int end;
    private boolean exhausted;
    private int line = 1;

    /**
     * One record.
     *
     * @param line physical line it begins on, from 1, as editors count
     * @param bytes without the line end
     * @param whole false when its quotes do not close or it is too long; then only its first line is here
     */
    public record Frame(int line, byte[] bytes, boolean whole) {}

    /** @param in from which any byte order mark has been taken */
    RecordFrames(InputStream in, char delimiter) {
        this.in = in;
        this.delimiter = (byte) delimiter;
    }

    @Override
    public boolean hasNext() {
        fill();
        return start < end;
    }

    /** Physical line the next record begins on: how far the file has been read. */
    int line() {
        return line;
    }

    @Override
    public Frame next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int limit = Math.min(end, start + LONGEST);
        int stop = recordEnd(limit);
        boolean whole = stop >= 0;
        if (!whole) {
            stop = lineEnd(start, limit);
        }
        Frame frame = new Frame(line, Arrays.copyOfRange(buffer, start, stop), whole);
        pass(stop);
        return frame;
    }

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    /** Where the record ends, or -1 when its quotes do not. */
    private int recordEnd(int limit) {
        State state = State.FIELD_START;
        for (int i = start; i < limit; i++) {
            byte b = buffer[i];
            if (state == State.QUOTED) {
                state = b == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
            } else if (b == '\n' || b == '\r') {
                return i;
            } else if (b == delimiter) {
                state = State.FIELD_START;
            } else if (state == State.QUOTE_IN_QUOTED) {
                if (b != '"') {
                    return -1;
                }
                state = State.QUOTED;
            } else {
                state = state == State.FIELD_START && b == '"' ? State.QUOTED : State.PLAIN;
            }
        }
        boolean complete = exhausted && limit == end && state != State.QUOTED;
        return complete ? limit : -1;
    }

    private int lineEnd(int from, int limit) {
        int i = from;
        while (i < limit && buffer[i] != '\n' && buffer[i] != '\r') {
            i++;
        }
        return i;
    }

    /** Moves behind the record and its line end, counting physical lines. */
    private void pass(int stop) {
        for (int i = start; i < stop; i++) {
            line += endsLine(i) ? 1 : 0;
        }
        start = stop;
        fill();
        // Only behind a line too long to be one: the rest of it is dropped.
        while (start < end && buffer[start] != '\n' && buffer[start] != '\r') {
            start = lineEnd(start, end);
            fill();
        }
        if (start < end) {
            start += endsLine(start) ? 1 : 2;
            line++;
        }
    }

    /** A line ends at LF, at CRLF (counted at its LF) or at a lone CR. */
    private boolean endsLine(int i) {
        return buffer[i] == '\n' || buffer[i] == '\r' && !(i + 1 < end && buffer[i + 1] == '\n');
    }

    /** Sees to it that a longest record and its line end are in the buffer, unless the file ends before. */
    private void fill() {
        if (exhausted || end - start > LONGEST + 1) {
            return;
        }
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        try {
            while (end < buffer.length) {
                int read = in.read(buffer, end, buffer.length - end);
                if (read < 0) {
                    exhausted = true;
                    return;
                }
                end += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package jp.toritsugi.intake;

import java.util.function.LongPredicate;

/**
 * Numbers by number, several for one if need be, in 16 bytes each and some room: what a million lines leave behind must
 * stay small. Nothing is ever taken out.
 */
final class LongTable {
    private long[] keys = new long[1 << 10];

    /** One more than the value, so that zero marks a free place. */
    private long[] values = new long[1 << 10];

    private int size;

    /** The first value under the key that passes, or -1. */
    long find(long key, LongPredicate passes) {
        int slot = slot(key, passes);
        return slot < 0 ? -1 : values[slot] - 1;
    }

    /** @param value 0 or more */
    void add(long key, long value) {
        if (size > keys.length / 2) {
            grow();
        }
        insert(key, value + 1);
        size++;
    }

    /** Puts a value in the place of the first under the key. */
    void replace(long key, long value) {
        values[slot(key, any -> true)] = value + 1;
    }

    private int slot(long key, LongPredicate passes) {
        for (int i = home(key); values[i] != 0; i = next(i)) {
            if (keys[i] == key && passes.test(values[i] - 1)) {
                return i;
            }
        }
        return -1;
    }

    private void insert(long key, long value) {
        int i = home(key);
        while (values[i] != 0) {
            i = next(i);
        }
        keys[i] = key;
        values[i] = value;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != 0) {
                insert(oldKeys[i], oldValues[i]);
            }
        }
    }

    private int home(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & keys.length - 1;
    }

    private int next(int i) {
        return i + 1 & keys.length - 1;
    }
}

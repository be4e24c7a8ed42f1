package jp.toritsugi.pool;

import jakarta.inject.Singleton;

/** When the pool last gave somebody a connection that works. */
@Singleton
public class PoolUse {
    private volatile long servedAt = System.nanoTime();

    /** Told whenever a connection was taken and is good. */
    public void served() {
        servedAt = System.nanoTime();
    }

    /** As {@link System#nanoTime}. */
    long servedAt() {
        return servedAt;
    }
}

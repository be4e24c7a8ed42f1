package jp.toritsugi.door;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets so many through at the same time; the others wait in their order, not too many and not too long. */
final class Turnstile {
    private final int most;
    private final int mostWaiting;
    private final Deque<CompletableFuture<Optional<Pass>>> waiting = new ArrayDeque<>();
    private int inside;

    Turnstile(int most, int mostWaiting) {
        this.most = most;
        this.mostWaiting = mostWaiting;
    }

    /** The right to be inside, given back once however often it is said. */
    final class Pass {
        private final AtomicBoolean givenBack = new AtomicBoolean();

        void giveBack() {
            if (givenBack.compareAndSet(false, true)) {
                next();
            }
        }
    }

    /** Empty for whom there is no room, or none in time. */
    synchronized CompletableFuture<Optional<Pass>> enter(Duration patience) {
        if (inside < most) {
            inside++;
            return CompletableFuture.completedFuture(Optional.of(new Pass()));
        }
        if (waiting.size() >= mostWaiting) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletableFuture<Optional<Pass>> turn = new CompletableFuture<>();
        waiting.add(turn);
        turn.completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(told -> leave(turn));
        return turn;
    }

    synchronized boolean isEmpty() {
        return inside == 0 && waiting.isEmpty();
    }

    private synchronized void leave(CompletableFuture<Optional<Pass>> turn) {
        waiting.remove(turn);
    }

    private void next() {
        while (true) {
            CompletableFuture<Optional<Pass>> turn;
            synchronized (this) {
                turn = waiting.poll();
                if (turn == null) {
                    inside--;
                    return;
                }
            }
            // one whose patience has just run out does not take the place
            if (turn.complete(Optional.of(new Pass()))) {
                return;
            }
        }
    }
}

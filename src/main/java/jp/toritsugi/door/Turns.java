package jp.toritsugi.door;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;

/** A turnstile for each person who is here; one that nobody stands at is forgotten. */
final class Turns {
    private final ConcurrentMap<String, Turnstile> turnstiles = new ConcurrentHashMap<>();
    private final int most;
    private final int mostWaiting;

    /** @param most 0 = as many as they like */
    Turns(int most, int mostWaiting) {
        this.most = most;
        this.mostWaiting = mostWaiting;
    }

    /** False for whom there is no room, or none in time; the place is given back at the end of the visit. */
    CompletableFuture<Boolean> enter(String person, Duration patience, Visit visit) {
        if (most == 0) {
            return CompletableFuture.completedFuture(true);
        }
        AtomicReference<CompletableFuture<Optional<Turnstile.Pass>>> turn = new AtomicReference<>();
        turnstiles.compute(person, (name, known) -> {
            Turnstile turnstile = known == null ? new Turnstile(most, mostWaiting) : known;
            turn.set(turnstile.enter(patience));
            return turnstile;
        });
        return turn.get().thenApply(pass -> {
            pass.ifPresent(given -> visit.atItsEnd(given::giveBack));
            visit.atItsEnd(() -> turnstiles.computeIfPresent(person, (name, known) -> known.isEmpty() ? null : known));
            return pass.isPresent();
        });
    }

    int people() {
        return turnstiles.size();
    }
}

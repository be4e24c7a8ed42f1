package jp.toritsugi.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Turnstile turnstile = new Turnstile(2, 3);

    @Test
    void so_many_are_let_in_so_many_wait_and_the_rest_is_told_at_once() {
        List<CompletableFuture<Optional<Turnstile.Pass>>> turns = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            turns.add(turnstile.enter(LONG));
        }
        assertThat(turns.stream().map(CompletableFuture::isDone))
                .containsExactly(true, true, false, false, false, true, true);
        assertThat(turns.get(1).join()).isPresent();
        assertThat(turns.get(5).join()).isEmpty();
        turns.get(0).join().orElseThrow().giveBack();
        assertThat(turns.get(2).join()).isPresent();
        assertThat(turns.get(3)).isNotDone();
        // said twice, a place is still one place
        turns.get(0).join().orElseThrow().giveBack();
        assertThat(turns.get(3)).isNotDone();
    }

    @Test
    void who_waited_too_long_takes_no_place() {
        Turnstile.Pass first = turnstile.enter(LONG).join().orElseThrow();
        Turnstile.Pass second = turnstile.enter(LONG).join().orElseThrow();
        assertThat(turnstile.enter(Duration.ofMillis(50)).join()).isEmpty();
        first.giveBack();
        second.giveBack();
        assertThat(turnstile.isEmpty()).isTrue();
    }

    @Test
    void a_place_is_given_back_also_when_the_visit_was_over_before_it_was_given() {
        Turns turns = new Turns(1, 1);
        Visit first = new Visit();
        assertThat(turns.enter("a", LONG, first).join()).isTrue();
        Visit second = new Visit();
        CompletableFuture<Boolean> turn = turns.enter("a", LONG, second);
        second.end();
        first.end();
        assertThat(turn.join()).isTrue();
        assertThat(turns.people()).isZero();
    }

    @Test
    void however_they_come_and_go_there_are_never_more_inside_and_nobody_is_left() throws InterruptedException {
        Turnstile narrow = new Turnstile(4, 10_000);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        var crowd = Executors.newFixedThreadPool(16);
        for (int i = 0; i < 5000; i++) {
            crowd.execute(() -> narrow.enter(Duration.ofMillis(20)).join().ifPresent(pass -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                inside.decrementAndGet();
                pass.giveBack();
            }));
        }
        crowd.shutdown();
        assertThat(crowd.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(most.get()).isLessThanOrEqualTo(4);
        assertThat(narrow.isEmpty()).isTrue();
    }
}

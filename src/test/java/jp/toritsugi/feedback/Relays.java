package jp.toritsugi.feedback;

import jakarta.enterprise.context.ApplicationScoped;

/** What the scheduler would do, for tests of other packages. */
@ApplicationScoped
public class Relays {
    private final OutboxRelay outbox;
    private final OutboxFigures figures;

    Relays(OutboxRelay outbox, OutboxFigures figures) {
        this.outbox = outbox;
        this.figures = figures;
    }

    public void relay() {
        outbox.relay();
    }

    public void look() {
        figures.look();
    }
}

package jp.toritsugi.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** From how many sheets on there may be figures of them, for those who may not open them. */
@ApplicationScoped
public class LeastSheets {
    private final int least;

    @Inject
    LeastSheets(FiguresSettings settings) {
        this(settings.least());
    }

    /** @param least 1 = any number will do */
    public LeastSheets(int least) {
        this.least = least;
    }

    /** Whether these are some, and too few. */
    public boolean isFew(long sheets) {
        return sheets > 0 && sheets < least;
    }

    /**
     * Whether these are too few where some might be and nobody may learn whether they are: then none are too few as well.
     *
     * @param possible whether, by all that the asker is shown anyhow, there could be any
     */
    public boolean isFewUnseen(boolean possible, long sheets) {
        return least > 1 && possible && sheets < least;
    }

    /** How many are no longer too few. */
    public int least() {
        return least;
    }

    public TooFewSheets refusal() {
        return new TooFewSheets(least);
    }
}

package jp.toritsugi.samefirm;

import jakarta.enterprise.context.ApplicationScoped;

/** For tests of other features that need a pair: what the clock does every ten seconds otherwise. */
@ApplicationScoped
public class PairsFound {
    private final PairKeeper keeper;

    PairsFound(PairKeeper keeper) {
        this.keeper = keeper;
    }

    public void find() {
        keeper.pairUp();
    }
}

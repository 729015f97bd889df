package org.brisket.simulator.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What becomes of one endpoint's callbacks. All faults are off at first. Safe for concurrent use.
 */
public final class CallbackKnobs {
    private static final int LONGEST_DELAY_MILLIS = 3_000;
    private static final int SHORTEST_DELAY_MILLIS = 200;

    /** One copy of a callback: the true one or a forged one, after how long. */
    record Copy(boolean forged, Duration delay) {}

    private CallbackFaults faults = CallbackFaults.NONE;
    private Random random = new Random(0);
    private long due;
    private long lost;
    private long duplicated;
    private long reordered;
    private long forged;

    /** Shares of all callbacks go wrong from now on; the seed chooses which. */
    public synchronized void faults(CallbackFaults shares, long seed) {
        faults = shares;
        random = new Random(seed);
    }

    /** What is sent in the place of one callback that is due. */
    synchronized List<Copy> next() {
        due++;
        List<Copy> copies = new ArrayList<>(1);
        if (happens(faults.forged())) {
            forged++;
            copies.add(new Copy(true, someDelay()));
        }
        if (happens(faults.lost())) {
            lost++;
            return copies;
        }
        boolean late = happens(faults.reordered());
        reordered += late ? 1 : 0;
        copies.add(new Copy(false, late ? someDelay() : Duration.ZERO));
        if (happens(faults.duplicated())) {
            duplicated++;
            copies.add(new Copy(false, someDelay()));
        }
        return copies;
    }

    private boolean happens(double share) {
        return share > 0 && random.nextDouble() < share;
    }

    private Duration someDelay() {
        int range = LONGEST_DELAY_MILLIS - SHORTEST_DELAY_MILLIS;
        return Duration.ofMillis(SHORTEST_DELAY_MILLIS + random.nextInt(range));
    }

    synchronized CallbackCounts counts() {
        return new CallbackCounts(due, lost, duplicated, reordered, forged, 0);
    }
}

package org.brisket.simulator.http;

import java.time.Duration;
import java.util.Random;

/**
 * How one simulated service misbehaves. All knobs are off at first, may be turned at any time from
 * any thread, and act on requests that arrive afterwards.
 */
public final class ServiceKnobs {
    private Duration latency = Duration.ZERO;
    private int failuresLeft;
    private int failureStatus = Treatment.UNAVAILABLE;
    private int lossesLeft;
    private FaultMix faults = FaultMix.NONE;
    private Random random = new Random(0);
    private boolean down;
    private boolean hanging;
    private long requests;

    /** Every answer waits that long. */
    public synchronized void latency(Duration value) {
        latency = value;
    }

    /** The next requests are answered with that HTTP status and do nothing. */
    public synchronized void failNext(int count, int status) {
        failuresLeft = count;
        failureStatus = status;
    }

    /** Shares of all requests go wrong from now on; the seed chooses which. */
    public synchronized void faults(FaultMix mix, long seed) {
        faults = mix;
        random = new Random(seed);
    }

    /** The next requests take effect, but their answers never arrive. */
    public synchronized void loseNextAnswers(int count) {
        lossesLeft = count;
    }

    /** While true, connections are closed without an answer. */
    public synchronized void down(boolean value) {
        down = value;
    }

    /** While true, requests are never answered and their connections stay open. */
    public synchronized void hang(boolean value) {
        hanging = value;
    }

    /** How many requests have arrived so far, whatever happened to them. */
    public synchronized long requests() {
        return requests;
    }

    synchronized Treatment next() {
        requests++;
        return chosen().after(latency);
    }

    private Treatment chosen() {
        if (down) {
            return Treatment.of(Treatment.Fate.ABORT);
        }
        if (hanging) {
            return Treatment.of(Treatment.Fate.HANG);
        }
        if (failuresLeft > 0) {
            failuresLeft--;
            return Treatment.failure(failureStatus);
        }
        if (lossesLeft > 0) {
            lossesLeft--;
            return Treatment.of(Treatment.Fate.LOSE_ANSWER);
        }
        return faults.at(random.nextDouble());
    }
}

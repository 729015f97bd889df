package org.brisket.simulator.http;

import java.time.Duration;
import java.util.Random;

/**
 * How one simulated service misbehaves. All knobs are off at first, may be turned at any time from
 * any thread, and act on requests that arrive afterwards.
 */
public final class ServiceKnobs {
    /** What happens to one request. */
    enum Fate {
        ANSWER,
        FAIL,
        LOSE_ANSWER,
        ABORT,
        HANG
    }

    private Duration latency = Duration.ZERO;
    private int failuresLeft;
    private int failureStatus = 503;
    private int lossesLeft;
    private double failureShare;
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

    /** That share of all requests, chosen by the seed, is answered with 503 and does nothing. */
    public synchronized void failShare(double share, long seed) {
        failureShare = share;
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

    synchronized Duration latency() {
        return latency;
    }

    synchronized int failureStatus() {
        return failureStatus;
    }

    synchronized Fate nextFate() {
        requests++;
        if (down) {
            return Fate.ABORT;
        }
        if (hanging) {
            return Fate.HANG;
        }
        if (failuresLeft > 0) {
            failuresLeft--;
            return Fate.FAIL;
        }
        if (failureShare > 0 && random.nextDouble() < failureShare) {
            failureStatus = 503;
            return Fate.FAIL;
        }
        if (lossesLeft > 0) {
            lossesLeft--;
            return Fate.LOSE_ANSWER;
        }
        return Fate.ANSWER;
    }
}

package org.brisket.simulator.http;

import java.time.Duration;

/** What happens to one request, and after how long; the status counts for failures only. */
record Treatment(Fate fate, int status, Duration delay) {
    static final int UNAVAILABLE = 503;
    static final Treatment ANSWER = of(Fate.ANSWER);

    enum Fate {
        ANSWER,
        FAIL,
        LOSE_ANSWER,
        ABORT,
        HANG
    }

    static Treatment of(Fate fate) {
        return new Treatment(fate, UNAVAILABLE, Duration.ZERO);
    }

    static Treatment failure(int status) {
        return new Treatment(Fate.FAIL, status, Duration.ZERO);
    }

    Treatment after(Duration more) {
        return new Treatment(fate, status, delay.plus(more));
    }
}

package org.brisket.job.rejections;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Lets a bounded number of things happen in each second, evenly. */
public final class Pace {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final LongSupplier nanoClock;
    private final LongConsumer pause;
    private long started;
    private long count;

    /**
     * @param perSecond above zero
     */
    public static Pace of(double perSecond) {
        return new Pace(perSecond, System::nanoTime, LockSupport::parkNanos);
    }

    Pace(double perSecond, LongSupplier nanoClock, LongConsumer pause) {
        this.perSecond = perSecond;
        this.nanoClock = nanoClock;
        this.pause = pause;
    }

    /** Returns when the next one may happen. */
    public void await() {
        if (count == 0) {
            started = nanoClock.getAsLong();
        }
        long due = started + (long) (count * NANOS / perSecond);
        for (long left = due - nanoClock.getAsLong();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = due - nanoClock.getAsLong()) {
            pause.accept(left);
        }
        count++;
    }
}

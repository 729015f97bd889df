package org.brisket.operators;

import org.apache.flink.streaming.api.functions.async.ResultFuture;

/**
 * What to do with exceptions in asynchronous steps: trouble outside is a value by then, so that an
 * exception can only be a mistake of ours, and those stop the job.
 */
public final class AsyncBugs {
    private AsyncBugs() {}

    /** Fails the element if there was an exception; does nothing otherwise. */
    public static void failOn(Throwable bug, ResultFuture<?> result) {
        if (bug != null) {
            result.completeExceptionally(bug);
        }
    }
}

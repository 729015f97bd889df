package org.brisket.connectors.http;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Lets a number of asynchronous calls run and a number of others wait; more are refused. */
public final class InFlightLimit {
    private final int maxRunning;
    private final int maxWaiting;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final AtomicInteger drainRequests = new AtomicInteger();

    public InFlightLimit(int maxRunning, int maxWaiting) {
        if (maxRunning < 1) {
            throw new IllegalStateException("a limit of " + maxRunning + " calls under way");
        }
        this.maxRunning = maxRunning;
        this.maxWaiting = maxWaiting;
    }

    /** Fails with a {@link RejectedExecutionException} when too many wait already. */
    public <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> call) {
        if (waitingCount.incrementAndGet() > maxWaiting) {
            waitingCount.decrementAndGet();
            return CompletableFuture.failedFuture(
                    new RejectedExecutionException(maxWaiting + " calls wait already"));
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        waiting.add(() -> start(call, result));
        drain();
        return result;
    }

    private <T> void start(Supplier<CompletableFuture<T>> call, CompletableFuture<T> result) {
        CompletableFuture<T> started;
        try {
            started = call.get();
        } catch (RuntimeException e) {
            started = CompletableFuture.failedFuture(e);
        }
        started.whenComplete(
                (value, failure) -> {
                    running.decrementAndGet();
                    if (failure == null) {
                        result.complete(value);
                    } else {
                        result.completeExceptionally(failure);
                    }
                    drain();
                });
    }

    /** One thread at a time starts calls, in a loop: a call that ends at once must not recurse. */
    private void drain() {
        if (drainRequests.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            startWaiting();
            seen = drainRequests.addAndGet(-seen);
        } while (seen != 0);
    }

    private void startWaiting() {
        while (running.get() < maxRunning) {
            Runnable next = waiting.poll();
            if (next == null) {
                return;
            }
            waitingCount.decrementAndGet();
            running.incrementAndGet();
            next.run();
        }
    }
}

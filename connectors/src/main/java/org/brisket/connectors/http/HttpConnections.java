package org.brisket.connectors.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connections that one client of remote services shares, with the threads that serve them and a
 * clock for what has to wait. Whoever opens it closes it.
 */
public final class HttpConnections implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int THREADS = 4;

    private final ExecutorService workers;
    private final ScheduledThreadPoolExecutor timer;
    private final HttpClient client;

    /**
     * @param owner names the threads
     */
    public HttpConnections(String owner) {
        workers = Executors.newFixedThreadPool(THREADS, threads(owner + "-http"));
        timer = new ScheduledThreadPoolExecutor(1, threads(owner + "-timer"));
        timer.setRemoveOnCancelPolicy(true);
        client =
                HttpClient.newBuilder()
                        .executor(workers)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    private static ThreadFactory threads(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Fails with an IOException or, once the whole reply is not there in time, a timeout. */
    CompletableFuture<HttpReply> send(HttpRequest request, Duration timeout, int maxReplyBytes) {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(request, headers -> new CappedBody(maxReplyBytes));
        // The client's own request timeout stops at the reply's headers, a stalled body would stay.
        return exchange.thenApply(reply -> new HttpReply(reply.statusCode(), reply.body()))
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete(
                        (reply, failure) -> {
                            if (failure instanceof TimeoutException) {
                                exchange.cancel(true);
                            }
                        });
    }

    /** Runs a task on another thread than the caller's; not at all once closed. */
    public void run(Runnable task) {
        try {
            workers.execute(task);
        } catch (RejectedExecutionException e) {
            // Closed: whoever closed it answers what was under way.
            return;
        }
    }

    /**
     * Runs a short task on the timer's thread after a delay.
     *
     * @return false when these connections are closed and nothing will run
     */
    public boolean runAfter(Duration delay, Runnable task) {
        try {
            timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    boolean isClosed() {
        return timer.isShutdown();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdown();
    }
}

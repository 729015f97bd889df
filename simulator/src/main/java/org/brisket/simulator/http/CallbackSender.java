package org.brisket.simulator.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.ArcStatus;
import org.brisket.simulator.network.NetworkListener;
import org.brisket.simulator.network.TransactionState;

/**
 * Tells posters what became of their transactions, as ARC does: a POST to the X-CallbackUrl of the
 * post, with the X-CallbackToken, retried a few times. A few are posted at a time and the others
 * wait; when too many wait, further ones are dropped, which ARC does too; {@link #dropped()} counts
 * them.
 */
final class CallbackSender implements NetworkListener {
    private static final int MAX_PER_TRANSACTION = 8;
    private static final int MAX_UNDER_WAY = 20_000;

    /**
     * Each needs a connection, and a block brings callbacks for all of its transactions at once.
     */
    private static final int MAX_POSTING = 16;

    private static final int ATTEMPTS = 4;
    private static final long FIRST_RETRY_MILLIS = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private record Registration(URI url, String token, boolean full) {
        boolean wants(ArcStatus status) {
            return status.number() >= smallest().number();
        }

        private ArcStatus smallest() {
            return full ? ArcStatus.SEEN_IN_ORPHAN_MEMPOOL : ArcStatus.REJECTED;
        }
    }

    private record Delivery(Registration wanted, String body, int attempt) {
        Delivery again() {
            return new Delivery(wanted, body, attempt + 1);
        }
    }

    private final ConcurrentMap<Txid, List<Registration>> registrations = new ConcurrentHashMap<>();
    private final Queue<Delivery> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore slots = new Semaphore(MAX_POSTING);
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private final HttpClient client;
    private final ScheduledExecutorService timer;
    private final Clock clock;

    CallbackSender(ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(TIMEOUT)
                        .build();
    }

    /** Remembers where the post wants callbacks to go, if it says so. */
    void register(Txid txid, HttpRequest request) {
        registration(request)
                .ifPresent(
                        wanted -> {
                            List<Registration> list =
                                    registrations.computeIfAbsent(
                                            txid, key -> new CopyOnWriteArrayList<>());
                            if (!list.contains(wanted) && list.size() < MAX_PER_TRANSACTION) {
                                list.add(wanted);
                            }
                        });
    }

    void forget(Txid txid, HttpRequest request) {
        registration(request)
                .ifPresent(
                        wanted ->
                                registrations.computeIfPresent(
                                        txid,
                                        (key, list) -> {
                                            list.remove(wanted);
                                            return list.isEmpty() ? null : list;
                                        }));
    }

    private static Optional<Registration> registration(HttpRequest request) {
        try {
            return request.header("x-callbackurl")
                    .map(URI::create)
                    .filter(CallbackSender::isHttp)
                    .map(
                            url ->
                                    new Registration(
                                            url,
                                            request.header("x-callbacktoken").orElse(""),
                                            request.header("x-fullstatusupdates")
                                                    .map("true"::equalsIgnoreCase)
                                                    .orElse(false)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isHttp(URI url) {
        return url.getHost() != null
                && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
    }

    @Override
    public void statusChanged(TransactionState state) {
        for (Registration wanted : registrations.getOrDefault(state.txid(), List.of())) {
            if (!wanted.wants(state.status())) {
                continue;
            }
            if (underWay.incrementAndGet() > MAX_UNDER_WAY) {
                underWay.decrementAndGet();
                dropped.incrementAndGet();
                continue;
            }
            String body = ArcJson.status(state, clock.instant()).toString();
            waiting.add(new Delivery(wanted, body, 1));
        }
        postWaiting();
        if (state.status() == ArcStatus.MINED) {
            // Nothing follows, because this chain has no stale blocks.
            registrations.remove(state.txid());
        }
    }

    /** Posts what waits, as far as there are slots. */
    private void postWaiting() {
        while (!waiting.isEmpty() && slots.tryAcquire()) {
            Delivery next = waiting.poll();
            if (next == null) {
                slots.release();
            } else {
                post(next);
            }
        }
    }

    private void post(Delivery delivery) {
        var request =
                java.net.http.HttpRequest.newBuilder(delivery.wanted().url())
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + delivery.wanted().token())
                        .POST(BodyPublishers.ofString(delivery.body()))
                        .build();
        // Not on the calling thread: a post that fails at once would post the next one in its turn.
        client.sendAsync(request, BodyHandlers.discarding())
                .handle((response, failure) -> failure == null && response.statusCode() / 100 == 2)
                .whenCompleteAsync(
                        (arrived, bug) -> finished(delivery, Boolean.TRUE.equals(arrived)), timer);
    }

    private void finished(Delivery delivery, boolean arrived) {
        slots.release();
        if (arrived || delivery.attempt() == ATTEMPTS || timer.isShutdown()) {
            underWay.decrementAndGet();
        } else {
            retry(delivery);
        }
        postWaiting();
    }

    private void retry(Delivery delivery) {
        timer.schedule(
                () -> {
                    waiting.add(delivery.again());
                    postWaiting();
                },
                FIRST_RETRY_MILLIS << (delivery.attempt() - 1),
                TimeUnit.MILLISECONDS);
    }

    long dropped() {
        return dropped.get();
    }
}

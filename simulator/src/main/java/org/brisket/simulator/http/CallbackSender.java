package org.brisket.simulator.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.ArcStatus;
import org.brisket.simulator.network.NetworkListener;
import org.brisket.simulator.network.TransactionState;

/**
 * Tells posters what became of their transactions, as ARC does: a POST to the X-CallbackUrl of the
 * post, with the X-CallbackToken, retried a few times. When too many are under way, further ones
 * are dropped, which ARC does too; {@link #dropped()} counts them.
 */
final class CallbackSender implements NetworkListener {
    private static final int MAX_PER_TRANSACTION = 8;
    private static final int MAX_UNDER_WAY = 20_000;
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

    private final ConcurrentMap<Txid, List<Registration>> registrations = new ConcurrentHashMap<>();
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
            attempt(wanted, ArcJson.status(state, clock.instant()).toString(), 1);
        }
        if (state.status() == ArcStatus.MINED) {
            // Nothing follows, because this chain has no stale blocks.
            registrations.remove(state.txid());
        }
    }

    private void attempt(Registration wanted, String body, int attempt) {
        var request =
                java.net.http.HttpRequest.newBuilder(wanted.url())
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + wanted.token())
                        .POST(BodyPublishers.ofString(body))
                        .build();
        client.sendAsync(request, BodyHandlers.discarding())
                .whenComplete(
                        (response, failure) -> {
                            boolean done = failure == null && response.statusCode() / 100 == 2;
                            if (done || attempt == ATTEMPTS || timer.isShutdown()) {
                                underWay.decrementAndGet();
                            } else {
                                retry(wanted, body, attempt);
                            }
                        });
    }

    private void retry(Registration wanted, String body, int attempt) {
        timer.schedule(
                () -> attempt(wanted, body, attempt + 1),
                FIRST_RETRY_MILLIS << (attempt - 1),
                TimeUnit.MILLISECONDS);
    }

    long dropped() {
        return dropped.get();
    }
}

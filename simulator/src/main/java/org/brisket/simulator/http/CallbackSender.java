package org.brisket.simulator.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.http.CallbackRegistrations.Registration;
import org.brisket.simulator.network.NetworkListener;
import org.brisket.simulator.network.TransactionState;

/**
 * Tells posters what became of their transactions, as ARC does: a POST to the X-CallbackUrl of the
 * post, with the X-CallbackToken, retried a few times. A few are posted at a time and the others
 * wait; when too many wait, further ones are dropped, which ARC does too; {@link #dropped()} counts
 * them.
 */
final class CallbackSender implements NetworkListener {
    private static final int MAX_UNDER_WAY = 20_000;

    /**
     * Each needs a connection, and a block brings callbacks for all of its transactions at once.
     */
    private static final int MAX_POSTING = 16;

    private static final int ATTEMPTS = 4;
    private static final long FIRST_RETRY_MILLIS = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private record Delivery(URI url, String token, String body, int attempt) {
        Delivery again() {
            return new Delivery(url, token, body, attempt + 1);
        }
    }

    private final CallbackRegistrations registrations = new CallbackRegistrations();
    private final Queue<Delivery> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore slots = new Semaphore(MAX_POSTING);
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private final HttpClient client;
    private final CallbackForger forger;
    private final ScheduledExecutorService timer;
    private final Clock clock;

    CallbackSender(CallbackForger forger, ScheduledExecutorService timer, Clock clock) {
        this.forger = forger;
        this.timer = timer;
        this.clock = clock;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(TIMEOUT)
                        .build();
    }

    CallbackRegistrations registrations() {
        return registrations;
    }

    @Override
    public void statusChanged(TransactionState state) {
        List<Registration> interested = registrations.interestedIn(state);
        if (interested.isEmpty()) {
            return;
        }
        String body = ArcJson.status(state, clock.instant()).toString();
        for (Registration wanted : interested) {
            for (CallbackKnobs.Copy copy : wanted.knobs().next()) {
                Delivery delivery =
                        copy.forged()
                                ? forged(wanted, state.txid())
                                : new Delivery(wanted.url(), wanted.token(), body, 1);
                send(delivery, copy.delay());
            }
        }
        postWaiting();
    }

    /** A forger does not come again. */
    private Delivery forged(Registration wanted, Txid txid) {
        CallbackForger.Forgery forgery = forger.forge(txid);
        String token = forgery.rightToken() ? wanted.token() : "not " + wanted.token();
        return new Delivery(wanted.url(), token, forgery.body(), ATTEMPTS);
    }

    private void send(Delivery delivery, Duration delay) {
        if (underWay.incrementAndGet() > MAX_UNDER_WAY) {
            underWay.decrementAndGet();
            dropped.incrementAndGet();
        } else if (delay.isZero()) {
            waiting.add(delivery);
        } else {
            later(delivery, delay.toMillis());
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
                java.net.http.HttpRequest.newBuilder(delivery.url())
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + delivery.token())
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
        later(delivery.again(), FIRST_RETRY_MILLIS << (delivery.attempt() - 1));
    }

    private void later(Delivery delivery, long millis) {
        timer.schedule(
                () -> {
                    waiting.add(delivery);
                    postWaiting();
                },
                millis,
                TimeUnit.MILLISECONDS);
    }

    long dropped() {
        return dropped.get();
    }
}

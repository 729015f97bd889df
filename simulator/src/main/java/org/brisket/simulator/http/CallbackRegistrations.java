package org.brisket.simulator.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.ArcStatus;
import org.brisket.simulator.network.TransactionState;

/**
 * Where the posters of each transaction want callbacks to go. One address is called once, by the
 * endpoint that heard of the transaction first. Safe for concurrent use.
 */
final class CallbackRegistrations {
    private static final int MAX_PER_TRANSACTION = 8;

    /** A block may become stale, so mined ones are kept too, but not all for ever. */
    private static final int MAX_MINED = 200_000;

    /** An address, its token, whether it wants every status, and what becomes of its callbacks. */
    record Registration(URI url, String token, boolean full, CallbackKnobs knobs) {
        boolean wants(ArcStatus status) {
            return status.number() >= smallest().number();
        }

        private ArcStatus smallest() {
            return full ? ArcStatus.SEEN_IN_ORPHAN_MEMPOOL : ArcStatus.REJECTED;
        }

        private boolean goesWhere(Registration other) {
            return url.equals(other.url) && token.equals(other.token) && full == other.full;
        }
    }

    private final ConcurrentMap<Txid, List<Registration>> wanted = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Txid> mined = new ConcurrentLinkedQueue<>();
    private final AtomicInteger minedCount = new AtomicInteger();

    /** Remembers where the post wants callbacks to go, if it says so. */
    void add(Txid txid, HttpRequest request, CallbackKnobs knobs) {
        registration(request, knobs).ifPresent(registration -> add(txid, registration));
    }

    private void add(Txid txid, Registration registration) {
        List<Registration> list = wanted.computeIfAbsent(txid, key -> new CopyOnWriteArrayList<>());
        if (list.size() < MAX_PER_TRANSACTION && list.stream().noneMatch(registration::goesWhere)) {
            list.add(registration);
        }
    }

    void remove(Txid txid, HttpRequest request) {
        registration(request, new CallbackKnobs())
                .ifPresent(
                        registration ->
                                wanted.computeIfPresent(
                                        txid,
                                        (key, list) -> {
                                            list.removeIf(registration::goesWhere);
                                            return list.isEmpty() ? null : list;
                                        }));
    }

    private static Optional<Registration> registration(HttpRequest request, CallbackKnobs knobs) {
        try {
            return request.header("x-callbackurl")
                    .map(URI::create)
                    .filter(CallbackRegistrations::isHttp)
                    .map(
                            url ->
                                    new Registration(
                                            url,
                                            request.header("x-callbacktoken").orElse(""),
                                            request.header("x-fullstatusupdates")
                                                    .map("true"::equalsIgnoreCase)
                                                    .orElse(false),
                                            knobs));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isHttp(URI url) {
        return url.getHost() != null
                && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
    }

    /** Who is to be told of a change. */
    List<Registration> interestedIn(TransactionState state) {
        List<Registration> interested =
                wanted.getOrDefault(state.txid(), List.of()).stream()
                        .filter(registration -> registration.wants(state.status()))
                        .toList();
        if (state.status() == ArcStatus.MINED && !interested.isEmpty()) {
            forgetOldest(state.txid());
        }
        return interested;
    }

    private void forgetOldest(Txid newest) {
        mined.add(newest);
        if (minedCount.incrementAndGet() > MAX_MINED) {
            minedCount.decrementAndGet();
            wanted.remove(mined.poll());
        }
    }
}

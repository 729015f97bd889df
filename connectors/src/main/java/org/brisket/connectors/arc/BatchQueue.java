package org.brisket.connectors.arc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.brisket.protocol.hash.Txid;

/**
 * Requests that wait for one endpoint, in the order in which they came. They leave in batches: when
 * one is full or has lingered, and a post may be under way; while all are, batches fill up.
 */
final class BatchQueue {
    private static final int MAX_REQUESTS = 10_000;
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    /** One request, how often it was sent before, and who waits for its answer. */
    record Waiting(
            Txid subject,
            List<ArcTransaction> transactions,
            boolean alone,
            int earlier,
            CompletableFuture<EndpointReport> report) {
        Waiting again() {
            return new Waiting(subject, transactions, true, earlier + 1, report);
        }

        private long bytes() {
            return transactions.stream().mapToLong(each -> each.extendedFormat().length).sum();
        }
    }

    /** Requests that are posted together, and their transactions without repetition. */
    record Batch(List<Waiting> requests, List<ArcTransaction> transactions) {}

    private final int batchSize;
    private final int maxUnderWay;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int waitingTransactions;
    private long waitingBytes;
    private int underWay;
    private boolean lingered;

    BatchQueue(int batchSize, int maxUnderWay) {
        this.batchSize = batchSize;
        this.maxUnderWay = maxUnderWay;
    }

    /** False when too much waits already. A single request is always taken, whatever its size. */
    synchronized boolean offer(Waiting request) {
        long bytes = request.bytes();
        boolean full = waiting.size() >= MAX_REQUESTS || waitingBytes + bytes > MAX_BYTES;
        if (full && !waiting.isEmpty()) {
            return false;
        }
        waiting.add(request);
        waitingTransactions += request.transactions().size();
        waitingBytes += bytes;
        return true;
    }

    /** What waits now has waited long enough for company. */
    synchronized void linger() {
        lingered = !waiting.isEmpty();
    }

    /** The next batch to be posted, if there is one; {@link #release()} must follow. */
    synchronized Optional<Batch> take() {
        boolean due = lingered || waitingTransactions >= batchSize;
        if (waiting.isEmpty() || !due || underWay >= maxUnderWay) {
            return Optional.empty();
        }
        underWay++;
        Batch batch = gather();
        lingered &= !waiting.isEmpty();
        return Optional.of(batch);
    }

    synchronized void release() {
        underWay--;
    }

    private Batch gather() {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>());
        Set<Txid> included = new HashSet<>();
        while (!waiting.isEmpty()) {
            Waiting next = waiting.peek();
            List<ArcTransaction> fresh = new ArrayList<>(next.transactions());
            fresh.removeIf(transaction -> included.contains(transaction.txid()));
            boolean fits = batch.transactions().size() + fresh.size() <= batchSize;
            if (!batch.requests().isEmpty() && (!fits || next.alone())) {
                break;
            }
            remove(waiting.poll());
            fresh.forEach(transaction -> included.add(transaction.txid()));
            batch.requests().add(next);
            batch.transactions().addAll(fresh);
            if (next.alone()) {
                break;
            }
        }
        return batch;
    }

    private void remove(Waiting taken) {
        waitingTransactions -= taken.transactions().size();
        waitingBytes -= taken.bytes();
    }
}

package org.brisket.connectors.arc;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.brisket.connectors.http.Backoff;
import org.brisket.connectors.http.HttpConnections;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;

/**
 * One batch on its way to one endpoint. What a post leaves without an answer is halved and posted
 * again, down to single transactions, so that one that the endpoint trips over does not hold up the
 * others. Ends when all have answers, or with fewer when the endpoint is down, fails too often in a
 * row or takes too long. One thread at a time works on it, handed over by futures.
 */
final class BatchPost {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** What became of a batch: the last word on each transaction that got one. */
    record Result(
            Map<Txid, EndpointAnswer> answers, EndpointAnswer otherwise, Set<Txid> stumbling) {}

    /** Consecutive transactions of the batch to be posted together, and how often they were. */
    private record Part(List<ArcTransaction> transactions, int attempts) {}

    private final ArcClient client;
    private final HttpConnections connections;
    private final Backoff backoff;
    private final int maxAttempts;
    private final int maxFailuresInARow;
    private final long deadlineNanos;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final Map<Txid, EndpointAnswer> answers = new HashMap<>();
    private final Set<Txid> stumbling = new HashSet<>();
    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private EndpointAnswer otherwise;
    private int failuresInARow;

    private BatchPost(
            ArcClient client,
            HttpConnections connections,
            BroadcastSettings settings,
            List<ArcTransaction> transactions) {
        this.client = client;
        this.connections = connections;
        Duration first = Duration.ofMillis(settings.initialBackoffMillis());
        Duration longest = first.compareTo(LONGEST_PAUSE) > 0 ? first : LONGEST_PAUSE;
        this.backoff = new Backoff(first, longest);
        this.maxAttempts = settings.retries() + 1;
        int depth = 32 - Integer.numberOfLeadingZeros(transactions.size());
        this.maxFailuresInARow = 2 * (depth + maxAttempts);
        long budgetMillis = settings.timeoutMillis() * (maxAttempts + 1);
        this.deadlineNanos = System.nanoTime() + Duration.ofMillis(budgetMillis).toNanos();
        this.otherwise = ArcAnswers.unknown(client.endpoint(), 0, "not posted");
        split(transactions, settings.batchSize()).forEach(parts::addLast);
    }

    static CompletableFuture<Result> start(
            ArcClient client,
            HttpConnections connections,
            BroadcastSettings settings,
            List<ArcTransaction> transactions) {
        BatchPost post = new BatchPost(client, connections, settings, transactions);
        post.postNext();
        return post.result;
    }

    /** A request with more ancestors than a batch holds goes in several posts, parents first. */
    private static List<Part> split(List<ArcTransaction> transactions, int batchSize) {
        List<Part> split = new ArrayList<>();
        for (int from = 0; from < transactions.size(); from += batchSize) {
            int to = Math.min(from + batchSize, transactions.size());
            split.add(new Part(transactions.subList(from, to), 0));
        }
        return split;
    }

    private void postNext() {
        Part part = parts.pollFirst();
        if (part == null || failuresInARow > maxFailuresInARow || isLate()) {
            result.complete(new Result(answers, otherwise, stumbling));
            return;
        }
        client.submit(part.transactions())
                .thenAccept(reply -> read(part, reply))
                .exceptionally(this::fail);
    }

    private Void fail(Throwable failure) {
        result.completeExceptionally(failure);
        return null;
    }

    private boolean isLate() {
        return System.nanoTime() - deadlineNanos > 0;
    }

    private void read(Part part, ArcReply reply) {
        answers.putAll(reply.answers());
        List<ArcTransaction> open = new ArrayList<>(part.transactions());
        open.removeIf(transaction -> reply.answers().containsKey(transaction.txid()));
        if (open.isEmpty()) {
            failuresInARow = 0;
            postNext();
            return;
        }
        otherwise = reply.otherwise();
        failuresInARow = reply.answers().isEmpty() ? failuresInARow + 1 : 0;
        if (open.size() == 1 || reply.endpointDown()) {
            postAgain(new Part(open, part.attempts() + 1), reply.endpointDown());
        } else {
            halve(open);
            postNext();
        }
    }

    private void halve(List<ArcTransaction> open) {
        int middle = (open.size() + 1) / 2;
        parts.addFirst(new Part(open.subList(middle, open.size()), 0));
        parts.addFirst(new Part(open.subList(0, middle), 0));
    }

    private void postAgain(Part part, boolean endpointDown) {
        if (part.attempts() < maxAttempts) {
            parts.addFirst(part);
            if (!connections.runAfter(backoff.pauseAfter(part.attempts()), this::postNext)) {
                parts.clear();
                postNext();
            }
            return;
        }
        if (endpointDown) {
            parts.clear();
        } else {
            stumbling.add(part.transactions().get(0).txid());
        }
        postNext();
    }
}

package org.brisket.job.local.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What was sent and what was answered, side by side. Safe for concurrent use. */
public final class Answers {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<String, SentSubmission> sent = new LinkedHashMap<>();
    private final Map<String, ObservedResult> results = new HashMap<>();
    private final TreeSet<String> doubled = new TreeSet<>();
    private final Map<String, Long> byStatus = new HashMap<>();
    private final LatencyHistogram latencies = new LatencyHistogram();
    private long foreign;
    private long firstSent;
    private long lastAnswer;

    /** Call it before the record leaves, so that no result can be earlier. */
    public synchronized void sent(SentSubmission submission) {
        if (sent.isEmpty()) {
            firstSent = submission.sentNanos();
        }
        if (sent.putIfAbsent(submission.id(), submission) != null) {
            throw new IllegalStateException("submission " + submission.id() + " was sent before");
        }
    }

    /** Notes a result; one for a submission that is not ours is counted and left alone. */
    public synchronized void answered(String id, ObservedResult result) {
        SentSubmission submission = sent.get(id);
        if (submission == null) {
            foreign++;
        } else if (results.putIfAbsent(id, result) == null) {
            byStatus.merge(result.status(), 1L, Long::sum);
            latencies.add((result.seenNanos() - submission.sentNanos()) / NANOS_PER_MILLI);
            lastAnswer = result.seenNanos();
        } else {
            doubled.add(id);
        }
    }

    public synchronized Optional<ObservedResult> resultOf(String id) {
        return Optional.ofNullable(results.get(id));
    }

    /** Everything that was sent, in order. */
    public synchronized List<SentSubmission> submissions() {
        return List.copyOf(sent.values());
    }

    /** The ids that have more than one result. */
    public synchronized List<String> doubled() {
        return List.copyOf(doubled);
    }

    /** The first submissions that have no result, at most so many. */
    public synchronized List<SentSubmission> unanswered(int atMost) {
        List<SentSubmission> missing = new ArrayList<>();
        for (SentSubmission submission : sent.values()) {
            if (missing.size() == atMost) {
                break;
            }
            if (!results.containsKey(submission.id())) {
                missing.add(submission);
            }
        }
        return missing;
    }

    public synchronized Tally tally() {
        return new Tally(
                sent.size(),
                byStatus.getOrDefault(ObservedResult.ADMITTED, 0L),
                byStatus.getOrDefault(ObservedResult.REJECTED, 0L),
                byStatus.getOrDefault(ObservedResult.ROLLED_BACK, 0L),
                doubled.size(),
                foreign,
                latencies.percentile(0.5),
                latencies.percentile(0.99),
                Duration.ofNanos(results.isEmpty() ? 0 : lastAnswer - firstSent));
    }
}

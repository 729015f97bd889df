package org.brisket.job.rejections;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many dead letters there are for each reason. */
public final class RejectionCounts {
    /** There are some fifty reasons; whatever else stands in the topic is not ours to remember. */
    private static final int MAX_REASONS = 200;

    private static final String OTHER = "(other)";

    /** One reason: how many, how many of them are replays, the first and the last. */
    public record Line(
            String reason,
            long count,
            long replays,
            boolean retryable,
            Instant first,
            Instant last) {
        private static Line of(String reason, RejectedSubmission one) {
            return new Line(reason, 1, replay(one), one.isRetryable(), one.time(), one.time());
        }

        private Line plus(RejectedSubmission one) {
            return new Line(
                    reason,
                    count + 1,
                    replays + replay(one),
                    retryable || one.isRetryable(),
                    one.time().isBefore(first) ? one.time() : first,
                    one.time().isAfter(last) ? one.time() : last);
        }

        private static long replay(RejectedSubmission one) {
            return one.replays() > 0 ? 1 : 0;
        }
    }

    private final Map<String, Line> lines = new TreeMap<>();
    private long total;

    public void add(RejectedSubmission rejected) {
        total++;
        boolean room = lines.size() < MAX_REASONS || lines.containsKey(rejected.reason());
        String reason = room ? rejected.reason() : OTHER;
        Line line = lines.get(reason);
        lines.put(reason, line == null ? Line.of(reason, rejected) : line.plus(rejected));
    }

    public long total() {
        return total;
    }

    /** The most frequent first; what is equally frequent by name. */
    public List<Line> lines() {
        return lines.values().stream()
                .sorted(Comparator.comparingLong(Line::count).reversed())
                .toList();
    }
}

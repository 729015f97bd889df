package org.brisket.job.rejections;

import java.util.HashSet;
import java.util.Set;
import org.brisket.job.failure.ExplainedFailure;

/**
 * Which dead letters were replayed and refused again: their newer dead letter speaks for them.
 * Without it every run would send the old ones once more, and their number would double each time.
 */
public final class ReplayHistory {
    private static final int DEFAULT_LIMIT = 1_000_000;

    private final Set<String> superseded = new HashSet<>();
    private final int limit;

    public ReplayHistory() {
        this(DEFAULT_LIMIT);
    }

    ReplayHistory(int limit) {
        this.limit = limit;
    }

    /**
     * Notes what a dead letter says of an earlier one.
     *
     * @throws ExplainedFailure if there are more replays than fit into memory
     */
    public void add(RejectedSubmission rejected) {
        rejected.replayOf().ifPresent(superseded::add);
        if (superseded.size() > limit) {
            throw new ExplainedFailure(
                    "more than %d dead letters are replays; narrow the time with --since"
                            .formatted(limit));
        }
    }

    public boolean isSuperseded(RejectedSubmission rejected) {
        return superseded.contains(rejected.place());
    }
}

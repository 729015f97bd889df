package org.brisket.job.rejections;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/** Decides of each dead letter whether it is sent again, and counts what it decided. */
public final class ReplayPlan {
    /** What was sent so often and refused each time is not sent once more without being forced. */
    public static final int MAX_REPLAYS = 3;

    /** What becomes of a dead letter. */
    public enum Choice {
        SEND("replayed"),
        OTHER("do not match"),
        FOREIGN("are no dead letters of the job"),
        SUPERSEDED("were replayed and refused again"),
        QUARANTINED("are in quarantine after " + MAX_REPLAYS + " replays"),
        OVER_LIMIT("are beyond --limit");

        private final String text;

        Choice(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    private final Predicate<RejectedSubmission> filter;
    private final ReplayHistory history;
    private final long limit;
    private final boolean force;
    private final Map<Choice, Long> counts = new EnumMap<>(Choice.class);

    /**
     * @param limit how many are sent at most
     * @param force whether quarantine is ignored
     */
    public ReplayPlan(
            Predicate<RejectedSubmission> filter,
            ReplayHistory history,
            long limit,
            boolean force) {
        this.filter = filter;
        this.history = history;
        this.limit = limit;
        this.force = force;
    }

    public Choice choose(RejectedSubmission rejected) {
        Choice choice = choice(rejected);
        counts.merge(choice, 1L, Long::sum);
        return choice;
    }

    private Choice choice(RejectedSubmission rejected) {
        if (!rejected.isOurs()) {
            return Choice.FOREIGN;
        }
        if (!filter.test(rejected)) {
            return Choice.OTHER;
        }
        if (history.isSuperseded(rejected)) {
            return Choice.SUPERSEDED;
        }
        if (rejected.replays() >= MAX_REPLAYS && !force) {
            return Choice.QUARANTINED;
        }
        return count(Choice.SEND) < limit ? Choice.SEND : Choice.OVER_LIMIT;
    }

    public long count(Choice choice) {
        return counts.getOrDefault(choice, 0L);
    }
}

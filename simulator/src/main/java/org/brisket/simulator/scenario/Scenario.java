package org.brisket.simulator.scenario;

import java.time.Duration;
import java.util.List;

/**
 * A scenario: its name, what it is about in a sentence, the seed of all its choices, the
 * submissions that it wants, how often a block is mined, and its steps in order.
 */
public record Scenario(
        String name,
        String about,
        long seed,
        WantedWorkload workload,
        Duration blockInterval,
        List<Step> steps) {
    public Scenario {
        steps = List.copyOf(steps);
    }

    /** An action and when it happens. */
    public record Step(Trigger after, Action action) {
        /** {@code after 500 posts: outage of arc1 for 20 s}. */
        @Override
        public String toString() {
            return after + ": " + action.describe();
        }
    }

    /**
     * The submissions that a scenario is made for.
     *
     * @param perSecond 0 for as fast as possible
     * @param badShare the share that must be rejected
     * @param chainedShare of the others, the share that spends the change of an earlier one
     * @param longestChain unmined transactions in one submission at most
     * @param childFirst whether children are submitted before their parents
     */
    public record WantedWorkload(
            long count,
            double perSecond,
            double badShare,
            double chainedShare,
            int longestChain,
            boolean childFirst) {}
}

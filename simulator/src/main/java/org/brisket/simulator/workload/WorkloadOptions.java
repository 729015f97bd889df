package org.brisket.simulator.workload;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a workload is made of: how many submissions; how often each kind comes, as weights; the
 * share of valid submissions (0 to 1) that also go to {@code tm_hello} with a fitting output, for
 * which that topic must be hosted; how many unmined transactions a BEEF may hold at most; and the
 * depth of the merkle paths.
 */
public record WorkloadOptions(
        long count,
        Map<SubmissionKind, Double> weights,
        double helloShare,
        int maxUnmined,
        int merkleLevels) {
    private static final double DEFAULT_BAD_SHARE = 0.12;

    public WorkloadOptions {
        weights = Map.copyOf(weights);
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        if (weights.values().stream().anyMatch(weight -> !(weight >= 0)) || !(sum > 0)) {
            throw new IllegalArgumentException("weights of submission kinds: " + weights);
        }
        if (count < 0 || maxUnmined < 1 || !(helloShare >= 0 && helloShare <= 1)) {
            throw new IllegalArgumentException(
                    "workload of " + count + ", " + maxUnmined + ", " + helloShare);
        }
    }

    /** Mostly valid submissions, some in chains, some repeats, 12 % bad. */
    public static WorkloadOptions of(long count) {
        return new WorkloadOptions(count, weights(DEFAULT_BAD_SHARE), 0, 4, 10);
    }

    private static Map<SubmissionKind, Double> weights(double badShare) {
        Map<SubmissionKind, Double> weights = new EnumMap<>(SubmissionKind.class);
        double good = 1 - badShare;
        weights.put(SubmissionKind.VALID, 0.75 * good);
        weights.put(SubmissionKind.CHAINED, 0.18 * good);
        weights.put(SubmissionKind.REPEAT, 0.07 * good);
        int badKinds = SubmissionKind.values().length - weights.size();
        for (SubmissionKind kind : SubmissionKind.values()) {
            if (kind.isBad()) {
                weights.put(kind, badShare / badKinds);
            }
        }
        return weights;
    }

    /** That share, 0 to 1, is bad, of every bad kind equally. */
    public WorkloadOptions withBadShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share of bad input " + share + " is not 0 to 1");
        }
        return withWeights(weights(share));
    }

    public WorkloadOptions withWeights(Map<SubmissionKind, Double> newWeights) {
        return new WorkloadOptions(count, newWeights, helloShare, maxUnmined, merkleLevels);
    }

    public WorkloadOptions withHelloShare(double share) {
        return new WorkloadOptions(count, weights, share, maxUnmined, merkleLevels);
    }

    public WorkloadOptions withMaxUnmined(int transactions) {
        return new WorkloadOptions(count, weights, helloShare, transactions, merkleLevels);
    }

    public WorkloadOptions withMerkleLevels(int levels) {
        return new WorkloadOptions(count, weights, helloShare, maxUnmined, levels);
    }
}

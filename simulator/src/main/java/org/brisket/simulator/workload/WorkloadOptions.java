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
    private static final double CHAINED_SHARE = 0.18;
    private static final double REPEAT_SHARE = 0.07;

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
        return new WorkloadOptions(count, weights(DEFAULT_BAD_SHARE, CHAINED_SHARE), 0, 4, 10);
    }

    private static Map<SubmissionKind, Double> weights(double badShare, double chainedShare) {
        Map<SubmissionKind, Double> weights = new EnumMap<>(SubmissionKind.class);
        double good = 1 - badShare;
        weights.put(SubmissionKind.VALID, (1 - chainedShare - REPEAT_SHARE) * good);
        weights.put(SubmissionKind.CHAINED, chainedShare * good);
        weights.put(SubmissionKind.REPEAT, REPEAT_SHARE * good);
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
        return withShares(share, CHAINED_SHARE);
    }

    /**
     * As {@link #withBadShare}, and of the others that share, 0 to 0.9, spends the change of an
     * earlier one.
     */
    public WorkloadOptions withShares(double bad, double chained) {
        if (!(bad >= 0 && bad <= 1)) {
            throw new IllegalArgumentException("share of bad input " + bad + " is not 0 to 1");
        }
        if (!(chained >= 0 && chained <= 0.9)) {
            throw new IllegalArgumentException("share of chains " + chained + " is not 0 to 0.9");
        }
        return withWeights(weights(bad, chained));
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

package org.brisket.simulator.workload;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.brisket.simulator.chain.FundingOptions;
import org.brisket.simulator.chain.FundingPlan;

/**
 * Submissions that follow from a seed: the same seed and options give the same bytes in the same
 * order, every time it is walked through. They are made one by one as they are asked for.
 *
 * <p>Their proofs lie in the blocks of {@link #funding()}: a simulated chain of that plan, or one
 * that has the same seed and options elsewhere, is the chain to verify them against.
 */
public final class Workload implements Iterable<PlannedSubmission> {
    private final long seed;
    private final WorkloadOptions options;
    private final WorkloadKeys keys;
    private final FundingPlan funding;
    private final long firstCoin;

    public Workload(long seed, WorkloadOptions options) {
        this(seed, options, new WorkloadKeys(seed), options.count());
    }

    private Workload(long seed, WorkloadOptions options, WorkloadKeys keys, long coins) {
        this(seed, options, keys, funding(seed, options, keys, coins), 0);
    }

    private Workload(
            long seed,
            WorkloadOptions options,
            WorkloadKeys keys,
            FundingPlan funding,
            long firstCoin) {
        this.seed = seed;
        this.options = options;
        this.keys = keys;
        this.funding = funding;
        this.firstCoin = firstCoin;
    }

    /** No submission spends more than one new coin. */
    private static FundingPlan funding(
            long seed, WorkloadOptions options, WorkloadKeys keys, long coins) {
        return new FundingPlan(
                seed,
                FundingOptions.of(coins, keys.locks()).withMerkleLevels(options.merkleLevels()));
    }

    /**
     * Several workloads for one chain: they have one {@link #funding()}, of which each spends coins
     * of its own. The depth of merkle paths is that of the first.
     */
    public static List<Workload> sideBySide(long seed, List<WorkloadOptions> parts) {
        WorkloadKeys keys = new WorkloadKeys(seed);
        long coins = parts.stream().mapToLong(WorkloadOptions::count).sum();
        FundingPlan funding = funding(seed, parts.get(0), keys, coins);
        List<Workload> workloads = new ArrayList<>();
        long firstCoin = 0;
        for (WorkloadOptions part : parts) {
            // The seed tells their submission ids apart.
            workloads.add(new Workload(seed + workloads.size(), part, keys, funding, firstCoin));
            firstCoin += part.count();
        }
        return List.copyOf(workloads);
    }

    /** The coins that the submissions spend; give it to the simulated chain. */
    public FundingPlan funding() {
        return funding;
    }

    /** Makes double spends of the workload's transactions. */
    public RivalForge rivals() {
        return new RivalForge(keys);
    }

    public WorkloadOptions options() {
        return options;
    }

    /** Begins from the first submission. One walk belongs to one thread. */
    @Override
    public Iterator<PlannedSubmission> iterator() {
        return new SubmissionIterator(seed, options, keys, new CoinSource(funding, firstCoin));
    }

    /** Begins from the first submission; sequential. */
    public Stream<PlannedSubmission> stream() {
        return StreamSupport.stream(
                Spliterators.spliterator(
                        iterator(), options.count(), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }
}

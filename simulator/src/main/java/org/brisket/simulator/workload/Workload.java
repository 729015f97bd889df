package org.brisket.simulator.workload;

import java.util.Iterator;
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

    public Workload(long seed, WorkloadOptions options) {
        this.seed = seed;
        this.options = options;
        this.keys = new WorkloadKeys(seed);
        // No submission spends more than one new coin.
        FundingOptions coins =
                FundingOptions.of(options.count(), keys.locks())
                        .withMerkleLevels(options.merkleLevels());
        this.funding = new FundingPlan(seed, coins);
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
        return new SubmissionIterator(seed, options, keys, funding);
    }

    /** Begins from the first submission; sequential. */
    public Stream<PlannedSubmission> stream() {
        return StreamSupport.stream(
                Spliterators.spliterator(
                        iterator(), options.count(), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }
}

package org.brisket.job.local;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.brisket.simulator.scenario.Scenario;
import org.brisket.simulator.scenario.Scenario.WantedWorkload;
import org.brisket.simulator.workload.ChildFirst;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.Workload;
import org.brisket.simulator.workload.WorkloadOptions;

/** What a local run submits, and in which order. */
final class PlannedTraffic {
    private static final double HELLO_SHARE = 0.1;
    private static final int CHILD_FIRST_GROUP = 50;

    private PlannedTraffic() {}

    static Workload workload(LocalOptions options) {
        WorkloadOptions mixed =
                WorkloadOptions.of(options.count())
                        .withBadShare(options.badShare())
                        .withHelloShare(HELLO_SHARE);
        return new Workload(
                options.seed(),
                wanted(options)
                        .map(
                                wanted ->
                                        mixed.withShares(options.badShare(), wanted.chainedShare())
                                                .withMaxUnmined(wanted.longestChain()))
                        .orElse(mixed));
    }

    private static Optional<WantedWorkload> wanted(LocalOptions options) {
        return options.scenario().map(Scenario::workload);
    }

    static Iterator<PlannedSubmission> inOrder(
            LocalOptions options, Workload workload, UnaryOperator<PlannedSubmission> change) {
        Iterator<PlannedSubmission> planned = workload.stream().map(change).iterator();
        boolean childFirst = wanted(options).filter(WantedWorkload::childFirst).isPresent();
        return childFirst ? new ChildFirst(planned, CHILD_FIRST_GROUP) : planned;
    }
}

package org.brisket.bench.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.SubmissionKind;
import org.brisket.simulator.workload.Workload;
import org.brisket.simulator.workload.WorkloadOptions;

/**
 * The simple class: unmined payments, each with one input, on mined parents with proofs of ten
 * levels; all are valid and none spends another's coin.
 */
final class SimpleClass {
    private static final int LEVELS = 10;

    private SimpleClass() {}

    static Workload workload(long seed, int count) {
        return new Workload(
                seed,
                WorkloadOptions.of(count)
                        .withWeights(Map.of(SubmissionKind.VALID, 1.0))
                        .withMerkleLevels(LEVELS));
    }

    /** All of them, made and signed. */
    static List<PlannedSubmission> sign(Workload workload) {
        List<PlannedSubmission> signed = new ArrayList<>((int) workload.options().count());
        workload.iterator().forEachRemaining(signed::add);
        return signed;
    }
}

package org.brisket.state.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guarantees under random disorder, and proof that the checks can fail. */
class SimulationTest {
    private static final int SEEDS = Integer.getInteger("brisket.simulation.seeds", 2_000);
    private static final int EVENTS = Integer.getInteger("brisket.simulation.events", 1_000);
    private static final int SEEDS_TO_CATCH_A_MUTATION = 20;

    private static SimulationReport run(long seed) {
        return Simulation.run(seed, EVENTS, Optional.empty());
    }

    @Test
    void keepsTheGuaranteesWhateverHappens() {
        List<String> failures = new ArrayList<>();
        long rollbacks = 0;
        long crashes = 0;
        long admissions = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            SimulationReport report = run(seed);
            if (!report.isClean()) {
                failures.add(report.toString());
            }
            rollbacks += report.rollbacks();
            crashes += report.crashes();
            admissions += report.admissions();
        }

        assertThat(failures).isEmpty();
        assertThat(rollbacks).isGreaterThan(SEEDS);
        assertThat(crashes).isGreaterThan(SEEDS);
        assertThat(admissions).isGreaterThan(SEEDS);
    }

    @ParameterizedTest
    @EnumSource
    void catchesADeliberateDefect(Mutation mutation) {
        List<Violation> caught =
                LongStream.range(0, SEEDS_TO_CATCH_A_MUTATION)
                        .mapToObj(seed -> Simulation.run(seed, EVENTS, Optional.of(mutation)))
                        .flatMap(report -> report.violation().stream())
                        .toList();

        // Now and then a defect shows first in what it leads to.
        assertThat(caught)
                .filteredOn(violation -> violation.guarantee() == mutation.breaks())
                .hasSizeGreaterThan(SEEDS_TO_CATCH_A_MUTATION / 10);
    }

    @Test
    void runsASeedTwiceInTheSameWay() {
        assertThat(run(7)).isEqualTo(run(7));
        assertThat(run(7).fingerprint()).isNotEqualTo(run(8).fingerprint());
    }

    @Test
    void failsAtTheSameEventWhenASeedIsRunAgain() {
        Optional<Mutation> defect = Optional.of(Mutation.SPENT_CHECK_SKIPPED);
        SimulationReport failed =
                LongStream.range(0, SEEDS_TO_CATCH_A_MUTATION)
                        .mapToObj(seed -> Simulation.run(seed, EVENTS, defect))
                        .filter(report -> !report.isClean())
                        .findFirst()
                        .orElseThrow();

        assertThat(Simulation.run(failed.seed(), EVENTS, defect)).isEqualTo(failed);
        assertThat(failed.toString()).contains("seed " + failed.seed(), "G4 broken at event");
    }
}

package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SimulateCommandTest {
    @Test
    void countsSeedsThatKeepTheGuarantees() {
        Terminal simulate = Terminal.run("simulate", "--seeds", "3", "--events", "200");

        assertThat(simulate.status()).isEqualTo(ExitStatus.DONE);
        assertThat(simulate.out()).startsWith("3 seeds, ").contains(": 0 broke a guarantee");
    }

    @Test
    void printsASeedThatBreaksOneAndFails() {
        Terminal simulate = Terminal.run("simulate", "--seeds", "20", "--mutation", "lost-result");

        assertThat(simulate.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(simulate.out()).containsPattern("seed [0-9]+: G1 broken at event [0-9]+");
    }

    @Test
    void refusesToRunNothing() {
        assertThat(Terminal.run("simulate", "--seeds", "0").err())
                .contains("--seeds and --events must be at least 1");
    }
}

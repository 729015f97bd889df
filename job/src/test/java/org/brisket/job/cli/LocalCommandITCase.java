package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The command {@code local} as a newcomer runs it, only smaller. */
final class LocalCommandITCase {
    @Test
    void verifiesRealBeefsAndWorkloadAndFindsEveryFigureAsItMustBe() {
        Terminal local = Terminal.run("local", "--count=300", "--rate=0", "--plain", "--seed=3");

        assertThat(local.err()).isEmpty();
        assertThat(local.status()).as(local.out()).isEqualTo(ExitStatus.DONE);
        assertThat(local.out().lines())
                .anySatisfy(
                        line -> assertThat(line).matches("  brc-62-example +157428ae.* admitted"))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .matches(
                                                "  wrong-key +dc1edf88.* rejected +INVALID_SCRIPT: .*"))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .matches(
                                                "  ok +G1 .* 321 submitted, 321 answered, 0 missing, .*"))
                .anySatisfy(line -> assertThat(line).matches("  ok +G1 .* 0 unexpected"))
                .anySatisfy(line -> assertThat(line).matches("  ok +G3 .* 0 without a COMMIT"))
                .anySatisfy(line -> assertThat(line).matches("  ok +G7 .*"))
                .anySatisfy(line -> assertThat(line).matches("  ok +G8 .* 0 wrong"))
                .anySatisfy(line -> assertThat(line).matches("  ok +no failure +job restarts: 0"))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .matches(
                                                "  [1-9]\\d* transactions confirmed by callbacks.*"))
                .contains("All figures are as they must be.");
    }
}

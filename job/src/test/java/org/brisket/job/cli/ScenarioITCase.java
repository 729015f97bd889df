package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario from a file: bad callbacks, an outage of one endpoint and a reorganisation. */
final class ScenarioITCase {
    private static final String SCENARIO =
            """
            about: Some of everything, and quickly.
            seed: 3
            block-interval: 1 s
            workload: {count: 200, rate: 40, bad-share: 0.05, chained-share: 0.1}
            steps:
              - callbacks: {lost: 0.2, duplicated: 0.2, reordered: 0.2, forged: 0.05}
              - after: 20 posts
                outage: {at: arc1, lasting: 2 s}
              - after: 2 blocks
                reorganise: {depth: 2, keep: 0.5}
            """;

    @Test
    void keepsEveryPromiseWhileTheNetworkMisbehaves(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("some-of-everything.yaml");
        Files.writeString(file, SCENARIO);

        Terminal local = Terminal.run("local", "--plain", "--scenario=" + file);

        assertThat(local.err()).isEmpty();
        assertThat(local.status()).as(local.out()).isEqualTo(ExitStatus.DONE);
        assertThat(local.out().lines())
                .contains("Scenario some-of-everything.yaml: Some of everything, and quickly.")
                .contains("       scenario step 2: outage of arc1 for 2 s")
                .anyMatch(line -> line.matches("  ok +G1 .* 221 submitted, 221 answered, .*"))
                .anyMatch(line -> line.matches("  ok +network .* 0 open, 0 differ .*, 0 wrong"))
                .anyMatch(line -> line.endsWith("some-of-everything.yaml: 3 of 3 steps ran"))
                .anyMatch(line -> line.contains("reorganisation of depth 2 ("));
    }
}

package org.brisket.job.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.simulator.workload.ExpectedVerdict;
import org.brisket.simulator.workload.PlannedSubmission;
import org.junit.jupiter.api.Test;

/** The summary of a local run notices what is not as it must be. */
final class LocalRunITCase {
    private static final LocalOptions OPTIONS =
            new LocalOptions(
                    50,
                    0,
                    Optional.empty(),
                    7,
                    0,
                    1,
                    Duration.ofMillis(500),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    true,
                    Optional.empty(),
                    Optional.empty());

    @Test
    void failsWhenVerdictIsNotTheExpectedOne() throws Exception {
        StringWriter out = new StringWriter();
        LocalRun run =
                new LocalRun(OPTIONS, new PrintWriter(out), false, LocalRunITCase::expectTooMuch);

        boolean ok = run.run();

        assertThat(ok).as(out.toString()).isFalse();
        assertThat(out.toString().lines().filter(line -> line.startsWith("  FAILED")))
                .singleElement()
                .asString()
                .contains("1 unexpected (w7-0 valid is admitted, expected rejected for NOT_FINAL)");
    }

    /** The first submission is valid, but is expected not to be. */
    private static PlannedSubmission expectTooMuch(PlannedSubmission planned) {
        if (!planned.submissionId().equals("w7-0")) {
            return planned;
        }
        return new PlannedSubmission(
                planned.submissionId(),
                planned.key(),
                planned.value(),
                planned.headers(),
                planned.kind(),
                ExpectedVerdict.rejected(RejectionReason.NOT_FINAL),
                planned.txid());
    }
}

package org.brisket.job.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.brisket.job.check.Findings;
import org.brisket.job.check.FlinkFacts;
import org.brisket.job.check.StartupChecks;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.config.binding.InvalidConfigException;

/** The checks before a start, as commands report them. */
final class Readiness {
    private Readiness() {}

    /**
     * Prints what is doubtful.
     *
     * @throws InvalidConfigException with all problems, if there are any
     */
    static void require(BrisketConfig config, Optional<FlinkFacts> flink, PrintWriter err) {
        Findings findings = StartupChecks.run(config, flink);
        findings.warnings().forEach(warning -> err.println("warning: " + warning));
        err.flush();
        if (!findings.problems().isEmpty()) {
            throw new InvalidConfigException(findings.problems());
        }
    }
}

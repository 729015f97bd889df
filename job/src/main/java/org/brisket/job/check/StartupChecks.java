package org.brisket.job.check;

import java.util.List;
import java.util.Optional;
import org.brisket.connectors.kafka.KafkaPreflight;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.config.HeaderRuleSet;
import org.brisket.job.topology.ConnectorSettings;
import org.brisket.job.topology.OverlayJob;

/** Everything that can be found out before the job starts, so that it is all said at once. */
public final class StartupChecks {
    private StartupChecks() {}

    /**
     * @param flink what the job will run with, if that is known
     */
    public static Findings run(BrisketConfig config, Optional<FlinkFacts> flink) {
        Findings findings = new Findings();
        List<String> broker = OverlayJob.brokerProblems(config);
        findings.problems(OverlayJob.pluginProblems(config));
        findings.problems(broker);
        flink.ifPresent(
                facts -> RuntimeChecks.run(facts, config.kafka().transactionTimeout(), findings));
        if (broker.stream().noneMatch(problem -> problem.contains(KafkaPreflight.UNREACHABLE))) {
            KafkaChecks.run(config, flink, findings);
        }
        ServiceChecks.run(config, findings);
        // A simulated chain calls itself main and begins where it likes.
        if (config.spv().headers().rules() != HeaderRuleSet.REGTEST) {
            NetworkChecks.run(
                    config.spv().network(), new ConnectorSettings(config).chain(), findings);
        }
        return findings;
    }
}

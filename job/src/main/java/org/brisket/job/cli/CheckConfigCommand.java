package org.brisket.job.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.brisket.job.config.BrisketConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code check-config}: shows what a configuration file comes to, or everything wrong
 * with it.
 */
@Command(
        name = "check-config",
        description = {
            "Print the effective configuration as YAML, secrets masked, with its SHA-256;"
                    + " or list every problem of the file.",
            "With --online also ask Kafka, chain trackers and endpoints, as 'brisket run' does before it starts.",
            "docs/configuration.md explains all keys."
        })
final class CheckConfigCommand implements Runnable {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The configuration file; without it every key has its default.")
    private Optional<Path> file;

    @Option(
            names = "--online",
            description =
                    "List everything that would keep the job from starting, and what is only doubtful.")
    private boolean online;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        BrisketConfig config =
                file.map(BrisketConfig::load).orElseGet(() -> BrisketConfig.load(""));
        PrintWriter out = spec.commandLine().getOut();
        out.print(config.toYaml());
        out.println("# sha256: " + config.sha256());
        if (online) {
            out.flush();
            Readiness.require(config, Optional.empty(), spec.commandLine().getErr());
            out.println("# ready to run");
        }
        out.flush();
    }
}

package org.brisket.job.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.brisket.job.config.BrisketConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
            "docs/configuration.md explains all keys."
        })
final class CheckConfigCommand implements Runnable {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The configuration file; without it every key has its default.")
    private Optional<Path> file;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        BrisketConfig config =
                file.map(BrisketConfig::load).orElseGet(() -> BrisketConfig.load(""));
        PrintWriter out = spec.commandLine().getOut();
        out.print(config.toYaml());
        out.println("# sha256: " + config.sha256());
        out.flush();
    }
}

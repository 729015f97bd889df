package org.brisket.job.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code inspect}: asks the running job about its state. */
@Command(
        name = "inspect",
        description = {
            "Ask the running job about its live state.",
            "The question goes through Kafka, and the answer comes with the next checkpoint."
        },
        synopsisSubcommandLabel = "WHAT",
        subcommands = {
            InspectCoinsCommand.class,
            InspectOutpointCommand.class,
            InspectTransactionCommand.class,
            InspectBalanceCommand.class
        })
final class InspectCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "name what to inspect: coins, outpoint, tx or balance");
    }
}

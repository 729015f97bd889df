package org.brisket.job.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code transactions}: Kafka transactions that hold up readers. */
@Command(
        name = "transactions",
        description = {
            "Look at the Kafka transactions of the job's sink, and abort one that nobody will end.",
            "An open transaction keeps readers of committed records from everything behind it. The job opens"
                    + " one per subtask and checkpoint; when it is gone for good, its last ones stay open until"
                    + " kafka.transaction-timeout."
        },
        synopsisSubcommandLabel = "WHAT",
        subcommands = {
            TransactionsListCommand.class,
            TransactionsDescribeCommand.class,
            TransactionsAbortCommand.class
        })
final class TransactionsCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: list, describe or abort");
    }
}

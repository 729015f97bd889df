package org.brisket.job.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code rejections}: looks at the dead letters, and submits them again. */
@Command(
        name = "rejections",
        description = {
            "Look at what was refused, and submit it again.",
            "The topic of rejections holds each refused submission with its original key, bytes and headers,"
                    + " and the reason behind them. What was admitted and rolled back later is not there: see"
                    + " the topic of rollbacks."
        },
        synopsisSubcommandLabel = "WHAT",
        subcommands = {
            RejectionsListCommand.class,
            RejectionsShowCommand.class,
            RejectionsStatsCommand.class,
            RejectionsReplayCommand.class
        })
final class RejectionsCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: list, show, stats or replay");
    }
}

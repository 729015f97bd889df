package org.brisket.job.cli;

import org.brisket.job.failure.ExplainedFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code brisket}: the one entry point of the job jar. */
@Command(
        name = "brisket",
        description =
                "BSV overlay services as a Flink job: BEEF in from Kafka, atomic admissions out.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        showDefaultValues = true,
        usageHelpAutoWidth = true,
        scope = ScopeType.INHERIT,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:the world is not as the command needs it (broker, topic, file)",
            "2:the command line or the configuration is wrong",
            "3:a defect of Brisket"
        },
        subcommands = {
            LocalCommand.class,
            RunCommand.class,
            CheckConfigCommand.class,
            SubmitCommand.class,
            TailCommand.class,
            InspectCommand.class,
            RejectionsCommand.class,
            TransactionsCommand.class,
            CompareResultsCommand.class,
            VerifierCommand.class,
            VerifyCommand.class,
            AuditCommand.class,
            SimulateCommand.class
        })
public final class Brisket implements Runnable {
    @Spec private CommandSpec spec;

    /**
     * Runs one command and ends the process if it failed.
     *
     * <p>Inside a Flink cluster, where this class comes from a job's class loader, the process is
     * not ours to end: there a failure leaves as an exception.
     */
    public static void main(String[] args) {
        LogFile.configure();
        int status = commandLine().execute(args);
        if (status == ExitStatus.DONE) {
            return;
        }
        if (Brisket.class.getClassLoader() == ClassLoader.getSystemClassLoader()) {
            System.exit(status);
        }
        throw new ExplainedFailure(
                "brisket ended with exit status " + status + ", see standard error");
    }

    /** The command line with all of its commands; tests give it other streams. */
    static CommandLine commandLine() {
        return new CommandLine(new Brisket())
                .setParameterExceptionHandler(new WrongUsageHandler())
                .setExecutionExceptionHandler(new FailureHandler());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}

package org.brisket.job.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.brisket.job.config.value.DurationText;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.job.transactions.OpenTransaction;
import org.brisket.job.transactions.TransactionSurvey;
import org.brisket.job.transactions.TransactionSurvey.Hanging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code transactions abort}. */
@Command(
        name = "abort",
        description = {
            "Abort one transaction of the job: what it wrote is never seen by readers of committed records.",
            "Only for a job that is gone and will not be started from its latest checkpoint or savepoint."
                    + " A checkpoint that has prepared a transaction needs it committed when the job starts"
                    + " again: aborted, its results, admissions and decisions are lost, and the state says that"
                    + " they were written. If the job can be started, start it: it ends its transactions itself."
        })
final class TransactionsAbortCommand implements Runnable {
    @Parameters(
            paramLabel = "ID",
            showDefaultValue = Visibility.NEVER,
            description =
                    "The transactional id, or topic-partition:producer of a hanging one, as 'brisket"
                            + " transactions list' shows it.")
    private String id;

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    private boolean yes;

    @Option(
            names = "--force",
            description =
                    "Also one that is younger than kafka.transaction-timeout, which a job may be about to"
                            + " commit.")
    private boolean force;

    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        try (TransactionDesk desk = TransactionDesk.open(broker)) {
            TransactionSurvey survey = desk.survey();
            Optional<OpenTransaction> open =
                    survey.transactions().stream().filter(t -> t.id().equals(id)).findFirst();
            if (open.isPresent()) {
                Duration age = open.get().age(Instant.now());
                confirm(age, desk.kafka().transactionTimeout());
                desk.abort(id);
            } else {
                Hanging hanging = hanging(survey);
                Instant written = Instant.ofEpochMilli(hanging.writer().lastTimestamp());
                Duration age = Duration.between(written, Instant.now());
                confirm(age, desk.kafka().transactionTimeout());
                desk.abort(hanging);
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("aborted " + id);
        out.flush();
    }

    private Hanging hanging(TransactionSurvey survey) {
        return survey.hanging().stream()
                .filter(hanging -> hanging.name().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ExplainedFailure(
                                        "nothing called %s is open or hanging; see 'brisket transactions list'"
                                                .formatted(id)));
    }

    private void confirm(Duration age, Duration timeout) {
        if (age.compareTo(timeout) < 0 && !force) {
            throw new ExplainedFailure(
                    "%s is %s old, kafka.transaction-timeout is %s: a job may still commit it; --force aborts it all the same"
                            .formatted(
                                    id,
                                    TransactionLines.seconds(age),
                                    DurationText.format(timeout)));
        }
        if (!yes && !isConfirmed()) {
            throw new ExplainedFailure("nothing was aborted; confirm with yes, or give --yes");
        }
    }

    private boolean isConfirmed() {
        Console console = System.console();
        return console != null
                && "yes".equals(console.readLine("Abort %s and lose what it wrote? (yes/no) ", id));
    }
}

package org.brisket.job.cli;

import java.io.PrintWriter;
import java.time.Instant;
import org.brisket.job.transactions.TransactionSurvey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code transactions list}. */
@Command(
        name = "list",
        description = {
            "List the open transactions of the job with their age, and the partitions whose readers wait.",
            "A running job always has some, each about as old as its checkpoint interval."
        })
final class TransactionsListCommand implements Runnable {
    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        try (TransactionDesk desk = TransactionDesk.open(broker)) {
            TransactionSurvey survey = desk.survey();
            TransactionLines.of(survey, Instant.now()).forEach(out::println);
        }
        out.flush();
    }
}

package org.brisket.job.cli;

import java.io.PrintWriter;
import java.time.Instant;
import org.brisket.job.config.value.DurationText;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.job.transactions.OpenTransaction;
import org.brisket.job.transactions.PartitionState;
import org.brisket.job.transactions.PartitionState.Writer;
import org.brisket.job.transactions.TransactionSurvey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code transactions describe}. */
@Command(
        name = "describe",
        description = "Show one open transaction, and what waits for it in each partition.")
final class TransactionsDescribeCommand implements Runnable {
    @Parameters(
            paramLabel = "ID",
            showDefaultValue = Visibility.NEVER,
            description = "The transactional id, as 'brisket transactions list' shows it.")
    private String id;

    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        try (TransactionDesk desk = TransactionDesk.open(broker)) {
            TransactionSurvey survey = desk.survey();
            OpenTransaction found =
                    survey.transactions().stream()
                            .filter(one -> one.id().equals(id))
                            .findFirst()
                            .orElseThrow(() -> absent(desk));
            print(found, survey, out);
        }
        out.flush();
    }

    private ExplainedFailure absent(TransactionDesk desk) {
        return new ExplainedFailure(
                "no transaction of %s is open; ids of this job begin with %s-"
                        .formatted(id, desk.kafka().transactionalIdPrefix()));
    }

    private static void print(OpenTransaction found, TransactionSurvey survey, PrintWriter out) {
        out.println(found.id() + ": " + found.state());
        out.println("  age: " + TransactionLines.seconds(found.age(Instant.now())));
        out.println("  timeout: " + DurationText.format(found.timeout()));
        out.println("  producer: " + found.producerId() + ", epoch " + found.producerEpoch());
        out.println("  coordinator: broker " + found.coordinator());
        for (PartitionState place : survey.partitions()) {
            for (Writer writer : place.writers()) {
                if (writer.producerId() == found.producerId()) {
                    out.printf(
                            "  %s: from offset %d, %d behind the last stable offset%n",
                            place.partition(), writer.startOffset(), place.lag());
                }
            }
        }
    }
}

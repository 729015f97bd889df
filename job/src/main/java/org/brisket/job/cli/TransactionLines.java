package org.brisket.job.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.brisket.job.config.value.DurationText;
import org.brisket.job.transactions.OpenTransaction;
import org.brisket.job.transactions.PartitionState;
import org.brisket.job.transactions.TransactionSurvey;
import org.brisket.job.transactions.TransactionSurvey.Hanging;

/** Transactions and what waits for them, for the eye. */
final class TransactionLines {
    private TransactionLines() {}

    static List<String> of(TransactionSurvey survey, Instant now) {
        List<String> lines = new ArrayList<>();
        if (!survey.transactions().isEmpty()) {
            lines.addAll(transactions(survey.transactions(), now));
        }
        for (Hanging hanging : survey.hanging()) {
            lines.add(
                    "hanging: %s from offset %d, last written %s ago, no coordinator knows of it"
                            .formatted(
                                    hanging.name(),
                                    hanging.writer().startOffset(),
                                    seconds(
                                            Duration.between(
                                                    Instant.ofEpochMilli(
                                                            hanging.writer().lastTimestamp()),
                                                    now))));
        }
        lines.addAll(waiting(survey.waiting()));
        lines.add(
                "%d open, %d hanging, %d of %d partitions have records that wait"
                        .formatted(
                                survey.transactions().size(),
                                survey.hanging().size(),
                                survey.waiting().size(),
                                survey.partitions().size()));
        return lines;
    }

    private static List<String> transactions(List<OpenTransaction> transactions, Instant now) {
        TextTable table = new TextTable("transaction", "state", "age", "timeout", "partitions");
        for (OpenTransaction one : transactions) {
            table.row(
                    one.id(),
                    one.state(),
                    seconds(one.age(now)),
                    DurationText.format(one.timeout()),
                    String.valueOf(one.partitions().size()));
        }
        return table.lines();
    }

    static List<String> waiting(List<PartitionState> waiting) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable("partition", "last stable offset", "end", "lag");
        for (PartitionState one : waiting) {
            table.row(
                    one.partition().toString(),
                    String.valueOf(one.lastStable()),
                    String.valueOf(one.end()),
                    String.valueOf(one.lag()));
        }
        return table.lines();
    }

    static String seconds(Duration age) {
        return DurationText.format(Duration.ofSeconds(Math.max(0, age.toSeconds())));
    }
}

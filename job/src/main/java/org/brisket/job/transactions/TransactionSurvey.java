package org.brisket.job.transactions;

import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * The open transactions of a job, and the partitions that it writes to.
 *
 * @param transactions those that have begun and have not ended, by id
 * @param partitions by topic and number
 * @param hanging what a partition waits for although no coordinator knows of it
 */
public record TransactionSurvey(
        List<OpenTransaction> transactions,
        List<PartitionState> partitions,
        List<Hanging> hanging) {

    public TransactionSurvey {
        transactions = List.copyOf(transactions);
        partitions = List.copyOf(partitions);
        hanging = List.copyOf(hanging);
    }

    /** A writer without a transaction: it holds up the partition until someone aborts it. */
    public record Hanging(TopicPartition partition, PartitionState.Writer writer) {
        /** {@code topic-partition:producer}, by which it is named on the command line. */
        public String name() {
            return partition + ":" + writer.producerId();
        }
    }

    /** Those that make readers of committed records wait. */
    public List<PartitionState> waiting() {
        return partitions.stream().filter(partition -> partition.lag() > 0).toList();
    }
}

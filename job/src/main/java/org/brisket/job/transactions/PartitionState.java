package org.brisket.job.transactions;

import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a partition can be read.
 *
 * @param lastStable the offset up to which readers of committed records get
 * @param end the offset behind the last record
 * @param writers producers with a transaction that is open in this partition
 */
public record PartitionState(
        TopicPartition partition, long lastStable, long end, List<Writer> writers) {

    public PartitionState {
        writers = List.copyOf(writers);
    }

    /**
     * A producer that the partition waits for.
     *
     * @param startOffset where its transaction begins in the partition
     * @param lastTimestamp when it last wrote, in milliseconds
     */
    public record Writer(
            long producerId,
            int producerEpoch,
            int coordinatorEpoch,
            long startOffset,
            long lastTimestamp) {}

    /** Records, markers included, that readers of committed records have to wait for. */
    public long lag() {
        return Math.max(0, end - lastStable);
    }
}

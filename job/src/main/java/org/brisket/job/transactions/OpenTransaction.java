package org.brisket.job.transactions;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * A transaction as its coordinator describes it.
 *
 * @param state Kafka's own word, for example {@code Ongoing}
 * @param started by the coordinator's clock; none if nothing was written in it yet
 * @param timeout how long after that the coordinator aborts it by itself
 */
public record OpenTransaction(
        String id,
        String state,
        long producerId,
        int producerEpoch,
        int coordinator,
        Optional<Instant> started,
        Duration timeout,
        Set<TopicPartition> partitions) {

    public OpenTransaction {
        partitions = Set.copyOf(partitions);
    }

    static OpenTransaction of(String id, TransactionDescription found) {
        Optional<Instant> started =
                found.transactionStartTimeMs().stream()
                        .filter(millis -> millis > 0)
                        .mapToObj(Instant::ofEpochMilli)
                        .findFirst();
        return new OpenTransaction(
                id,
                found.state().toString(),
                found.producerId(),
                found.producerEpoch(),
                found.coordinatorId(),
                started,
                Duration.ofMillis(found.transactionTimeoutMs()),
                found.topicPartitions());
    }

    /** How long it has been open; nothing for one that has not begun. */
    public Duration age(Instant now) {
        return started.map(begin -> Duration.between(begin, now))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }
}

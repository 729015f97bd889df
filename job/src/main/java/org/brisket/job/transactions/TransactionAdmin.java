package org.brisket.job.transactions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.brisket.job.transactions.PartitionState.Writer;
import org.brisket.job.transactions.TransactionSurvey.Hanging;

/**
 * Asks coordinators and partition leaders. What the broker refuses is thrown as the exception that
 * Kafka names, wrapped in {@link ExecutionException}.
 */
public final class TransactionAdmin {
    private static final Set<TransactionState> ENDED =
            EnumSet.of(
                    TransactionState.EMPTY,
                    TransactionState.COMPLETE_ABORT,
                    TransactionState.COMPLETE_COMMIT);

    private final Admin admin;
    private final Duration timeout;

    public TransactionAdmin(Admin admin, Duration timeout) {
        this.admin = admin;
        this.timeout = timeout;
    }

    /** What is open under these ids, and how far these partitions can be read. */
    public TransactionSurvey survey(Predicate<String> ids, Collection<TopicPartition> partitions)
            throws ExecutionException, TimeoutException, InterruptedException {
        List<PartitionState> places = places(partitions);
        List<TransactionListing> unended = unended();
        Set<Long> known =
                unended.stream().map(TransactionListing::producerId).collect(Collectors.toSet());
        List<Hanging> hanging = hanging(places, known);
        if (!hanging.isEmpty()) {
            // What ended between the two questions is not there any more; what hangs is.
            hanging =
                    hanging(places(partitions), known).stream().filter(hanging::contains).toList();
        }
        return new TransactionSurvey(describe(unended, ids), places, hanging);
    }

    /** What is open under these ids. */
    public List<OpenTransaction> open(Predicate<String> ids)
            throws ExecutionException, TimeoutException, InterruptedException {
        return describe(unended(), ids);
    }

    private List<TransactionListing> unended()
            throws ExecutionException, TimeoutException, InterruptedException {
        ListTransactionsOptions options =
                new ListTransactionsOptions().timeoutMs((int) timeout.toMillis());
        return await(admin.listTransactions(options).all()).stream()
                .filter(listing -> !ENDED.contains(listing.state()))
                .toList();
    }

    private List<OpenTransaction> describe(List<TransactionListing> unended, Predicate<String> ids)
            throws ExecutionException, TimeoutException, InterruptedException {
        List<OpenTransaction> described = new ArrayList<>();
        for (TransactionListing listing : unended) {
            if (ids.test(listing.transactionalId())) {
                find(listing.transactionalId()).ifPresent(described::add);
            }
        }
        described.sort(Comparator.comparing(OpenTransaction::id));
        return described;
    }

    /** The transaction of an id, whatever its state; empty if no coordinator knows the id. */
    public Optional<OpenTransaction> find(String id)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return Optional.of(
                    OpenTransaction.of(
                            id, await(admin.describeTransactions(List.of(id)).description(id))));
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof TransactionalIdNotFoundException) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    static List<Hanging> hanging(List<PartitionState> places, Set<Long> producersWithTransaction) {
        List<Hanging> hanging = new ArrayList<>();
        for (PartitionState place : places) {
            for (Writer writer : place.writers()) {
                if (!producersWithTransaction.contains(writer.producerId())) {
                    hanging.add(new Hanging(place.partition(), writer));
                }
            }
        }
        return hanging;
    }

    private List<PartitionState> places(Collection<TopicPartition> partitions)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, Long> stable = ends(partitions, IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> ends = ends(partitions, IsolationLevel.READ_UNCOMMITTED);
        var producers = await(admin.describeProducers(partitions).all());
        return partitions.stream()
                .sorted(
                        Comparator.comparing(TopicPartition::topic)
                                .thenComparing(TopicPartition::partition))
                .map(
                        partition ->
                                new PartitionState(
                                        partition,
                                        stable.get(partition),
                                        ends.get(partition),
                                        producers.get(partition).activeProducers().stream()
                                                .filter(
                                                        p ->
                                                                p.currentTransactionStartOffset()
                                                                        .isPresent())
                                                .map(TransactionAdmin::writer)
                                                .toList()))
                .toList();
    }

    private static Writer writer(ProducerState producer) {
        return new Writer(
                producer.producerId(),
                producer.producerEpoch(),
                producer.coordinatorEpoch().orElse(0),
                producer.currentTransactionStartOffset().getAsLong(),
                producer.lastTimestamp());
    }

    private Map<TopicPartition, Long> ends(
            Collection<TopicPartition> partitions, IsolationLevel level)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                await(admin.listOffsets(latest, new ListOffsetsOptions(level)).all()).entrySet()) {
            ends.put(end.getKey(), end.getValue().offset());
        }
        return ends;
    }

    /**
     * Has the coordinator abort a transaction in all of its partitions; its producer is fenced, so
     * that it cannot commit any more.
     */
    public void abort(String id) throws ExecutionException, TimeoutException, InterruptedException {
        await(admin.fenceProducers(List.of(id)).all());
    }

    /** Writes the abort marker that a hanging transaction lacks into its partition. */
    public void abort(Hanging hanging)
            throws ExecutionException, TimeoutException, InterruptedException {
        Writer writer = hanging.writer();
        await(
                admin.abortTransaction(
                                new AbortTransactionSpec(
                                        hanging.partition(),
                                        writer.producerId(),
                                        (short) writer.producerEpoch(),
                                        writer.coordinatorEpoch()))
                        .all());
    }

    private <T> T await(KafkaFuture<T> answer)
            throws ExecutionException, TimeoutException, InterruptedException {
        return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
}

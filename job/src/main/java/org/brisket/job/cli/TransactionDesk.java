package org.brisket.job.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.brisket.job.config.KafkaConfig;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.job.transactions.TransactionAdmin;
import org.brisket.job.transactions.TransactionIds;
import org.brisket.job.transactions.TransactionSurvey;

/** The transactions of one configured job on its broker. */
final class TransactionDesk implements AutoCloseable {
    private final KafkaConfig kafka;
    private final BrokerConnection connection;
    private final TransactionAdmin admin;

    private TransactionDesk(BrokerOptions options) {
        this.kafka = options.kafka();
        this.connection = BrokerConnection.open(kafka, options.timeout());
        this.admin = new TransactionAdmin(connection.admin(), options.timeout());
    }

    static TransactionDesk open(BrokerOptions options) {
        return new TransactionDesk(options);
    }

    KafkaConfig kafka() {
        return kafka;
    }

    /** Those of the job's own ids and partitions. */
    TransactionSurvey survey() {
        TransactionIds ids = new TransactionIds(kafka.transactionalIdPrefix());
        return ask(() -> admin.survey(ids, outputPartitions()));
    }

    private List<TopicPartition> outputPartitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        kafka.topics()
                .outputs()
                .forEach(
                        (key, topic) ->
                                partitions.addAll(
                                        connection.partitions(topic, "kafka.topics." + key)));
        return partitions;
    }

    void abort(String id) {
        ask(
                () -> {
                    admin.abort(id);
                    return null;
                });
    }

    void abort(TransactionSurvey.Hanging hanging) {
        ask(
                () -> {
                    admin.abort(hanging);
                    return null;
                });
    }

    /** A question to the broker. */
    private interface Question<T> {
        T ask() throws ExecutionException, TimeoutException, InterruptedException;
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException refused) {
            throw KafkaFailures.explain(refused.getCause(), connection.address());
        } catch (TimeoutException silent) {
            throw KafkaFailures.explain(silent, connection.address());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ExplainedFailure("interrupted", stopped);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}

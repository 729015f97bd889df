package org.brisket.job.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.brisket.job.audit.log.LogFilePart;
import org.brisket.job.audit.log.LogPart;
import org.brisket.job.audit.log.LogPartition;
import org.brisket.job.audit.log.LogTopic;
import org.brisket.job.config.KafkaConfig;
import org.brisket.job.failure.ExplainedFailure;

/** The parts of the change log, as far as they reach now. */
final class LogSources {
    private LogSources() {}

    /**
     * The log in two files.
     *
     * @throws ExplainedFailure if one does not exist
     */
    static List<LogPart> files(Path admissions, Path rollbacks) {
        return List.of(
                new LogFilePart(LogTopic.ADMISSIONS, readable(admissions)),
                new LogFilePart(LogTopic.ROLLBACKS, readable(rollbacks)));
    }

    private static String readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            String reason = Files.exists(file) ? " cannot be read" : " does not exist";
            throw new ExplainedFailure(file + reason);
        }
        return file.toString();
    }

    /**
     * The log in the topics of a broker. The end of the rollbacks is looked up first, so that no
     * rollback is read whose admission is not.
     *
     * @throws ExplainedFailure if the broker or a topic does not answer, or a topic has lost its
     *     oldest records
     */
    static List<LogPart> topics(KafkaConfig kafka, Duration timeout) {
        List<LogPart> parts = new ArrayList<>();
        try (BrokerConnection connection = BrokerConnection.open(kafka, timeout)) {
            String rollbacks = kafka.topics().rollbacks();
            String admissions = kafka.topics().admissions();
            parts.addAll(parts(LogTopic.ROLLBACKS, rollbacks, "rollbacks", connection, timeout));
            parts.addAll(parts(LogTopic.ADMISSIONS, admissions, "admissions", connection, timeout));
        }
        return parts;
    }

    private static List<LogPart> parts(
            LogTopic topic,
            String name,
            String key,
            BrokerConnection connection,
            Duration timeout) {
        String fullKey = "kafka.topics." + key;
        List<TopicPartition> partitions = connection.partitions(name, fullKey);
        try (KafkaConsumer<byte[], byte[]> reader = connection.committedReader()) {
            reader.beginningOffsets(partitions).forEach(LogSources::requireWhole);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            Map<String, Object> settings = connection.committedReaderSettings();
            return partitions.stream()
                    .<LogPart>map(
                            p ->
                                    new LogPartition(
                                            topic,
                                            settings,
                                            name,
                                            p.partition(),
                                            ends.get(p),
                                            timeout))
                    .toList();
        } catch (KafkaException refused) {
            throw KafkaFailures.explain(refused, connection.address(), name, fullKey);
        }
    }

    private static void requireWhole(TopicPartition partition, long begin) {
        if (begin > 0) {
            throw new ExplainedFailure(
                    "%s begins at offset %d, because older records were deleted; a replay needs them all"
                            .formatted(partition, begin));
        }
    }
}

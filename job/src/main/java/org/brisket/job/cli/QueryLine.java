package org.brisket.job.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.brisket.job.config.KafkaTopics;
import org.brisket.job.failure.ExplainedFailure;

/** Puts queries into Kafka and hears every answer that comes from its opening on. */
final class QueryLine implements AutoCloseable {
    static final String QUERIES_KEY = "kafka.topics.state-queries";
    static final String ANSWERS_KEY = "kafka.topics.state-answers";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int MAX_QUERY_BYTES = 16 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BrokerConnection connection;
    private final KafkaTopics topics;
    private final KafkaConsumer<byte[], byte[]> reader;
    private final KafkaProducer<byte[], byte[]> producer;

    private QueryLine(
            BrokerConnection connection, KafkaTopics topics, List<TopicPartition> answers) {
        this.connection = connection;
        this.topics = topics;
        this.reader = connection.committedReader();
        this.producer = connection.producer(MAX_QUERY_BYTES);
        reader.assign(answers);
        reader.seekToEnd(answers);
        // Only asking for it fixes the position; an answer must not come before that.
        answers.forEach(reader::position);
    }

    static QueryLine open(BrokerConnection connection, KafkaTopics topics) {
        connection.partitions(topics.stateQueries(), QUERIES_KEY);
        return new QueryLine(
                connection, topics, connection.partitions(topics.stateAnswers(), ANSWERS_KEY));
    }

    /** Returns when the brokers have all of these. */
    void send(List<ObjectNode> queries) {
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (ObjectNode query : queries) {
                byte[] key = query.path("id").asText().getBytes(StandardCharsets.UTF_8);
                sent.add(
                        producer.send(
                                new ProducerRecord<>(topics.stateQueries(), key, bytes(query))));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException refused) {
            throw KafkaFailures.explain(
                    refused.getCause(), connection.address(), topics.stateQueries(), QUERIES_KEY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ExplainedFailure("interrupted", stopped);
        }
    }

    private static byte[] bytes(JsonNode value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }

    /** An answer and the id of the query that it is to. */
    record Answer(String id, JsonNode value) {}

    /** What came since the last call, to whomever; waits a moment for more. */
    List<Answer> hear() {
        List<Answer> answers = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
            if (record.key() != null) {
                String id = new String(record.key(), StandardCharsets.UTF_8);
                answers.add(new Answer(id, parse(record.value())));
            }
        }
        return answers;
    }

    private static JsonNode parse(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException foreign) {
            throw new ExplainedFailure("an answer is not JSON; does something else write there?");
        }
    }

    @Override
    public void close() {
        reader.close();
        producer.close(Duration.ofSeconds(1));
    }
}

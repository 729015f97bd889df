package org.brisket.job.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.brisket.job.config.KafkaTopics;
import org.brisket.job.failure.ExplainedFailure;

/** Puts a query into Kafka and collects the answers with its id. */
final class StateInquiry {
    private static final String QUERIES_KEY = "kafka.topics.state-queries";
    private static final String ANSWERS_KEY = "kafka.topics.state-answers";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BrokerConnection connection;
    private final KafkaTopics topics;
    private final Duration patience;

    StateInquiry(BrokerConnection connection, KafkaTopics topics, Duration patience) {
        this.connection = connection;
        this.topics = topics;
        this.patience = patience;
    }

    /**
     * Asks, and waits for all answers.
     *
     * @throws ExplainedFailure if they do not come in time
     */
    Replies ask(ObjectNode query) {
        connection.partitions(topics.stateQueries(), QUERIES_KEY);
        List<TopicPartition> answers = connection.partitions(topics.stateAnswers(), ANSWERS_KEY);
        try (KafkaConsumer<byte[], byte[]> reader = connection.committedReader()) {
            reader.assign(answers);
            reader.seekToEnd(answers);
            // Only asking for it fixes the position; the answer must not come before that.
            answers.forEach(reader::position);
            send(query);
            return collect(query, reader);
        } catch (KafkaException refused) {
            throw KafkaFailures.explain(
                    refused, connection.address(), topics.stateAnswers(), ANSWERS_KEY);
        }
    }

    private void send(ObjectNode query) {
        byte[] key = query.path("id").asText().getBytes(StandardCharsets.UTF_8);
        byte[] value = bytes(query);
        try (KafkaProducer<byte[], byte[]> producer = connection.producer(value.length)) {
            producer.send(new ProducerRecord<>(topics.stateQueries(), key, value)).get();
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

    private Replies collect(ObjectNode query, KafkaConsumer<byte[], byte[]> reader) {
        byte[] id = query.path("id").asText().getBytes(StandardCharsets.UTF_8);
        String kind = query.path("query").asText();
        long end = System.nanoTime() + patience.toNanos();
        Replies replies = new Replies();
        while (!replies.isComplete(kind)) {
            if (System.nanoTime() - end > 0) {
                throw tooLate(replies);
            }
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                if (Arrays.equals(record.key(), id)) {
                    replies.add(parse(record.value()));
                }
            }
        }
        return replies;
    }

    private static JsonNode parse(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException foreign) {
            throw new ExplainedFailure("an answer is not JSON; does something else write there?");
        }
    }

    private ExplainedFailure tooLate(Replies replies) {
        return new ExplainedFailure(
                "%s within %.1f s; is the job running, does it read %s, and is its checkpoint interval shorter than --wait?"
                        .formatted(
                                replies.describe(),
                                patience.toMillis() / 1e3,
                                topics.stateQueries()));
    }
}

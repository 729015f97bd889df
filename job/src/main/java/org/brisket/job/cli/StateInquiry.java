package org.brisket.job.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.brisket.job.config.KafkaTopics;
import org.brisket.job.failure.ExplainedFailure;

/** Puts a query into Kafka and collects the answers with its id. */
final class StateInquiry {
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
        try (QueryLine line = QueryLine.open(connection, topics)) {
            line.send(List.of(query));
            return collect(query, line);
        } catch (KafkaException refused) {
            throw KafkaFailures.explain(
                    refused, connection.address(), topics.stateAnswers(), QueryLine.ANSWERS_KEY);
        }
    }

    private Replies collect(ObjectNode query, QueryLine line) {
        String id = query.path("id").asText();
        String kind = query.path("query").asText();
        long end = System.nanoTime() + patience.toNanos();
        Replies replies = new Replies();
        while (!replies.isComplete(kind)) {
            if (System.nanoTime() - end > 0) {
                throw tooLate(replies.describe(), patience, topics);
            }
            for (QueryLine.Answer answer : line.hear()) {
                if (answer.id().equals(id)) {
                    replies.add(answer.value());
                }
            }
        }
        return replies;
    }

    /** Why answers may not come. */
    static ExplainedFailure tooLate(String heard, Duration patience, KafkaTopics topics) {
        return new ExplainedFailure(
                "%s within %.1f s; is the job running, does it read %s, and is its checkpoint interval shorter than --wait?"
                        .formatted(heard, patience.toMillis() / 1e3, topics.stateQueries()));
    }
}

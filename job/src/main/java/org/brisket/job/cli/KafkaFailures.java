package org.brisket.job.cli;

import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.brisket.job.failure.ExplainedFailure;

/** What the errors of Kafka's clients mean to the person at the terminal. */
final class KafkaFailures {

    private KafkaFailures() {}

    /** Explains an error that concerns the broker as a whole. */
    static ExplainedFailure explain(Throwable error, String address) {
        return explain(error, address, "", "");
    }

    /**
     * Explains an error that concerns a topic.
     *
     * @param key the configuration key that names the topic
     */
    static ExplainedFailure explain(Throwable error, String address, String topic, String key) {
        return new ExplainedFailure(explanation(error, address, topic, key), error);
    }

    private static String explanation(Throwable error, String address, String topic, String key) {
        if (error instanceof UnknownTopicOrPartitionException
                || error instanceof InvalidTopicException) {
            return "there is no topic %s on %s; the configuration names it in %s"
                    .formatted(topic, address, key);
        }
        if (error instanceof TimeoutException
                || error instanceof org.apache.kafka.common.errors.TimeoutException) {
            return "no Kafka broker answers at %s; is it running, and is --bootstrap-servers right?"
                    .formatted(address);
        }
        if (error instanceof AuthenticationException) {
            return "the broker at %s refuses the login: %s".formatted(address, oneLine(error));
        }
        if (error instanceof AuthorizationException) {
            return "the broker at %s forbids it: %s".formatted(address, oneLine(error));
        }
        if (error instanceof RecordTooLargeException) {
            return "larger than the broker at %s takes; raise max.message.bytes of topic %s"
                    .formatted(address, topic);
        }
        return "cannot use the broker at %s: %s".formatted(address, oneLine(reason(error)));
    }

    /** A client that cannot be built wraps the reason, often a wrong property or host name. */
    private static Throwable reason(Throwable error) {
        boolean wrapper = error instanceof KafkaException && !(error instanceof ConfigException);
        return wrapper && error.getCause() != null ? error.getCause() : error;
    }

    private static String oneLine(Throwable error) {
        String message = error.getMessage();
        return message == null ? error.toString() : message.replaceAll("\\s*\\R\\s*", " ");
    }
}

package org.brisket.connectors.kafka;

import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;

/** An admin client that gives up soon: someone waits for it at a terminal. */
public final class KafkaAdministration {
    private static final String TIMEOUT_MILLIS = "5000";

    private KafkaAdministration() {}

    /** To the brokers of these settings; what they say about time-outs goes first. */
    public static Admin open(KafkaSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("request.timeout.ms", TIMEOUT_MILLIS);
        properties.setProperty("default.api.timeout.ms", TIMEOUT_MILLIS);
        properties.putAll(settings.clientProperties());
        return Admin.create(properties);
    }

    /** The future's value; its failure is thrown as the exception that Kafka named. */
    static <T> T await(KafkaFuture<T> future) throws KafkaFailure {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new KafkaFailure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaFailure(e);
        }
    }

    /** What Kafka says of a failure, on one line. */
    public static String reason(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return text.lines().findFirst().orElse(text);
    }

    /** The broker did not do what it was asked to; the cause is Kafka's own exception. */
    static final class KafkaFailure extends Exception {
        private static final long serialVersionUID = 1L;

        KafkaFailure(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}

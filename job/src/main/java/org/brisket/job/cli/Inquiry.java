package org.brisket.job.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.brisket.job.config.KafkaConfig;
import org.brisket.job.failure.ExplainedFailure;

/** A question to the job, from the command line to the printed answers. */
final class Inquiry {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BrokerOptions broker;
    private final InquiryOptions options;

    Inquiry(BrokerOptions broker, InquiryOptions options) {
        this.broker = broker;
        this.options = options;
    }

    /** A query of this kind, to which the caller adds its fields. */
    static ObjectNode query(String kind) {
        return JSON.createObjectNode().put("id", "inspect-" + UUID.randomUUID()).put("query", kind);
    }

    /** Asks and prints: the answers themselves, or the lines that are made of them. */
    void print(ObjectNode query, PrintWriter out, Function<Replies, List<String>> lines) {
        Replies replies = ask(query);
        replies.error()
                .ifPresent(
                        problem -> {
                            throw new ExplainedFailure("the job answers: " + problem);
                        });
        if (options.json()) {
            replies.all().stream().map(JsonNode::toString).forEach(out::println);
        } else {
            lines.apply(replies).stream().map(ResultLine::printable).forEach(out::println);
        }
        out.flush();
    }

    private Replies ask(ObjectNode query) {
        KafkaConfig kafka = broker.kafka();
        try (BrokerConnection connection = BrokerConnection.open(kafka, broker.timeout())) {
            return new StateInquiry(connection, kafka.topics(), options.patience()).ask(query);
        }
    }
}

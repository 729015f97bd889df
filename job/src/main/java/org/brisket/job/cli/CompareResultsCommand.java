package org.brisket.job.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.brisket.job.config.DryRun;
import org.brisket.job.config.KafkaConfig;
import org.brisket.job.failure.ExplainedFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code compare-results}: a dry run's verdicts beside those of the real job. */
@Command(
        name = "compare-results",
        description = {
            "Compare the verdicts of 'brisket run --dry-run' with the results of the real job, submission by"
                    + " submission: status, reason and STEAK.",
            "Exit status 0 means that there is no difference, 1 that there is one. What only one of the two"
                    + " has answered so far is counted, not compared. What the network refused later"
                    + " (rolled-back) is compared as admitted: a dry run does not ask it."
        })
final class CompareResultsCommand implements Callable<Integer> {
    private static final String KEY = "kafka.topics.results";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MAX_SHOWN = 100;
    private static final String ADMITTED = "admitted ";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(
            names = "--max-results",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Compare so many results at most; about 150 bytes of memory each.")
    private int maxResults = 1_000_000;

    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    private final Map<String, String> real = new LinkedHashMap<>();
    private long same;
    private long different;
    private long onlyDry;

    @Override
    public Integer call() {
        KafkaConfig kafka = broker.kafka();
        String results = kafka.topics().results();
        PrintWriter out = spec.commandLine().getOut();
        try (BrokerConnection connection = BrokerConnection.open(kafka, broker.timeout())) {
            read(results, connection, this::remember);
            read(DryRun.TOPIC_PREFIX + results, connection, (id, says) -> compare(id, says, out));
        }
        out.printf(
                "%d the same, %d different, %d by the real job only, %d by the dry run only%n",
                same, different, real.size(), onlyDry);
        out.flush();
        return different == 0 ? ExitStatus.DONE : ExitStatus.WORLD;
    }

    private void remember(String source, String says) {
        if (real.size() < maxResults) {
            real.put(source, says);
        }
    }

    private void compare(String source, String says, PrintWriter out) {
        String expected = real.remove(source);
        if (expected == null) {
            onlyDry++;
        } else if (expected.equals(says) || bothAdmitted(expected, says)) {
            same++;
        } else if (++different <= MAX_SHOWN) {
            out.println(
                    ResultLine.printable(
                            source + ": the real job says " + expected + ", the dry run " + says));
        }
    }

    /** If one was rolled back, there is nothing more to compare. */
    private static boolean bothAdmitted(String one, String other) {
        return (one.equals(ADMITTED) && other.startsWith(ADMITTED))
                || (other.equals(ADMITTED) && one.startsWith(ADMITTED));
    }

    private void read(String topic, BrokerConnection connection, BiConsumer<String, String> taker) {
        List<TopicPartition> partitions = connection.partitions(topic, KEY);
        try (KafkaConsumer<byte[], byte[]> reader = connection.committedReader()) {
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(p -> reader.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                    JsonNode result = parse(record);
                    taker.accept(result.path("source").asText(), verdict(result));
                }
            }
        } catch (KafkaException refused) {
            throw KafkaFailures.explain(refused, connection.address(), topic, KEY);
        }
    }

    private static JsonNode parse(ConsumerRecord<byte[], byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException | IllegalArgumentException foreign) {
            throw new ExplainedFailure(
                    "%s-%d-%d is no result; does something else write there?"
                            .formatted(record.topic(), record.partition(), record.offset()));
        }
    }

    /** Of a rolled back one it is not known any more what was admitted. */
    private static String verdict(JsonNode result) {
        return result.path("status").asText().equals("rejected")
                ? "rejected for " + result.path("reason").asText()
                : ADMITTED + result.path("steak") + result.path("baskets");
    }
}

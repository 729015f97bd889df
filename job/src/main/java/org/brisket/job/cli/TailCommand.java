package org.brisket.job.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.brisket.job.config.KafkaConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code tail}: follows the topic of results. */
@Command(
        name = "tail",
        description = "Print results as the job commits them, one line each, until interrupted.")
final class TailCommand implements Runnable {
    private static final String TOPIC_KEY = "kafka.topics.results";
    private static final Duration POLL = Duration.ofMillis(200);

    @Option(
            names = "--from-beginning",
            description = "Start with the oldest result, not with the next one.")
    private boolean fromBeginning;

    @Option(names = "--json", description = "Print the record's JSON as it is.")
    private boolean json;

    @Option(
            names = "--count",
            paramLabel = "N",
            showDefaultValue = Visibility.NEVER,
            description = "Stop after so many results. Default: never.")
    private long count = Long.MAX_VALUE;

    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        if (count < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--count is " + count + ", must be at least 1");
        }
        KafkaConfig kafka = broker.kafka();
        try (BrokerConnection connection = BrokerConnection.open(kafka, broker.timeout())) {
            List<TopicPartition> partitions =
                    connection.partitions(kafka.topics().results(), TOPIC_KEY);
            follow(partitions, connection);
        }
    }

    private void follow(List<TopicPartition> partitions, BrokerConnection connection) {
        try (KafkaConsumer<byte[], byte[]> reader = connection.committedReader()) {
            reader.assign(partitions);
            if (fromBeginning) {
                reader.seekToBeginning(partitions);
            } else {
                reader.seekToEnd(partitions);
            }
            print(reader);
        } catch (KafkaException refused) {
            String topic = partitions.get(0).topic();
            throw KafkaFailures.explain(refused, connection.address(), topic, TOPIC_KEY);
        }
    }

    private void print(KafkaConsumer<byte[], byte[]> reader) {
        PrintWriter out = spec.commandLine().getOut();
        long left = count;
        while (left > 0) {
            for (ConsumerRecord<byte[], byte[]> result : reader.poll(POLL)) {
                out.println(line(result.value()));
                left--;
                if (left == 0) {
                    break;
                }
            }
            out.flush();
        }
    }

    private String line(byte[] value) {
        String text = value == null ? "" : new String(value, StandardCharsets.UTF_8);
        return json ? text : ResultLine.of(text);
    }
}

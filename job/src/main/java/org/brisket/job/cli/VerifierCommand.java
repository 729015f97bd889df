package org.brisket.job.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.brisket.job.config.KafkaConfig;
import org.brisket.job.config.KafkaTopics;
import org.brisket.job.verifier.MetricsServer;
import org.brisket.job.verifier.VerifierCounts;
import org.brisket.job.verifier.VerifierLoop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code verifier}: watches the public topics until it is interrupted. */
@Command(
        name = "verifier",
        description = {
            "Watch admissions, rollbacks and results, and count what must not be: missing changes of a"
                    + " ledger, digests that do not add up, second results of a submission.",
            "Serves Prometheus metrics at /metrics, and /healthz. It reads committed records from the"
                    + " beginning each time it starts, has no state, and may run as often as you like.",
            "Where it finds a gap, 'brisket audit' says which transaction it is."
        })
final class VerifierCommand implements Runnable {
    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            defaultValue = "9250",
            description = "Port of the metrics, on all interfaces; 0 for a free one.")
    private int metricsPort = 9250;

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            defaultValue = "30 min",
            converter = BrokerOptions.DurationConverter.class,
            description =
                    "How long a change may be missing before it counts as a gap: longer than the network"
                            + " may keep an admission waiting.")
    private Duration grace = Duration.ofMinutes(30);

    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        KafkaConfig kafka = broker.kafka();
        VerifierCounts counts = new VerifierCounts();
        try (BrokerConnection connection = BrokerConnection.open(kafka, broker.timeout());
                MetricsServer server = MetricsServer.start(metricsPort, counts);
                KafkaConsumer<byte[], byte[]> reader = connection.committedReader()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("metrics at port " + server.port() + ", Ctrl-C to stop");
            out.flush();
            new VerifierLoop(reader, partitions(kafka.topics(), connection), kafka.topics(), counts)
                    .run(grace, () -> !Thread.currentThread().isInterrupted());
        } catch (KafkaException refused) {
            throw KafkaFailures.explain(refused, kafka.bootstrapServers());
        }
    }

    private static List<TopicPartition> partitions(
            KafkaTopics topics, BrokerConnection connection) {
        List<TopicPartition> partitions = new ArrayList<>();
        partitions.addAll(connection.partitions(topics.admissions(), "kafka.topics.admissions"));
        partitions.addAll(connection.partitions(topics.rollbacks(), "kafka.topics.rollbacks"));
        partitions.addAll(connection.partitions(topics.results(), "kafka.topics.results"));
        return partitions;
    }
}

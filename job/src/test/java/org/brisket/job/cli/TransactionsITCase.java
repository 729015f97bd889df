package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.brisket.job.e2e.Await;
import org.brisket.simulator.broker.EmbeddedKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open transactions on a real broker are found, explained and aborted. */
final class TransactionsITCase {
    private static EmbeddedKafka kafka;

    @TempDir private Path folder;

    @BeforeAll
    static void startBroker() {
        kafka = EmbeddedKafka.start();
        kafka.createTopics(
                Map.of(
                        "beef-results", 2,
                        "beef-admissions", 1,
                        "beef-rollbacks", 1,
                        "beef-rejections", 1,
                        "decisions", 1,
                        "state-answers", 1,
                        "beef-transactions", 1));
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @Test
    void findsAndAbortsWhatAJobLeftOpen() throws Exception {
        try (KafkaProducer<byte[], byte[]> ours = open("brisket-0-3", "beef-results", "decisions");
                KafkaProducer<byte[], byte[]> others = open("brisket-2-0-3", "decisions")) {
            assertThat(run("list").out().lines())
                    .anyMatch(line -> line.matches("brisket-0-3 +Ongoing +\\d+ s +1 min +2"))
                    .anyMatch(line -> line.matches("beef-results-1 +0 +1 +1"))
                    .noneMatch(line -> line.contains("brisket-2-0-3"))
                    .last()
                    .isEqualTo("1 open, 0 hanging, 2 of 8 partitions have records that wait");
            assertThat(run("describe", "brisket-0-3").out())
                    .startsWith("brisket-0-3: Ongoing\n")
                    .contains("  beef-results-1: from offset 0, 1 behind the last stable offset\n");

            assertRefused("is 15 min: a job may still commit it", "brisket-0-3", "--yes");
            assertRefused("confirm with yes, or give --yes", "brisket-0-3", "--force");
            assertRefused("nothing called brisket-9-9 is open", "brisket-9-9", "--yes");
            assertRefused("nothing called brisket-2-0-3 is open", "brisket-2-0-3", "--yes");

            assertThat(run("abort", "brisket-0-3", "--yes", "--force").out())
                    .isEqualTo("aborted brisket-0-3\n");
            assertThat(run("list").out().lines())
                    .noneMatch(line -> line.contains("brisket-0-3"))
                    .noneMatch(line -> line.startsWith("beef-results"))
                    .last()
                    .asString()
                    .startsWith("0 open");
            assertThatThrownBy(ours::commitTransaction).isInstanceOf(KafkaException.class);
            others.commitTransaction();
        }
    }

    @Test
    void abortsWithoutForceWhatIsOlderThanTheConfiguredTimeout() throws Exception {
        Path config =
                Files.writeString(
                        folder.resolve("brisket.yaml"),
                        """
                        kafka: {bootstrap-servers: '%s', transactional-id-prefix: old, transaction-timeout: 10 s}
                        spv:
                          quorum: 1
                          chain-trackers: [{name: a, kind: chaintracks, url: 'http://a'}]
                        extended-format-broadcasting: {enabled: false}
                        """
                                .formatted(kafka.bootstrapServers()));
        try (KafkaProducer<byte[], byte[]> ours = open("old-1-0", "beef-rollbacks")) {
            String[] abort = {"transactions", "abort", "old-1-0", "--yes", "-c=" + config};
            Await.until(
                    "an age of 10 s",
                    Duration.ofSeconds(60),
                    () -> Terminal.run(abort).status() == ExitStatus.DONE);
            assertThat(Terminal.run("transactions", "list", "-c=" + config).out())
                    .startsWith("0 open");
            assertThatThrownBy(ours::commitTransaction).isInstanceOf(KafkaException.class);
        }
    }

    private static KafkaProducer<byte[], byte[]> open(String id, String... topics)
            throws Exception {
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka.bootstrapServers(),
                                "transactional.id",
                                id),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        for (String topic : topics) {
            int partition = topic.equals("beef-results") ? 1 : 0;
            producer.send(new ProducerRecord<>(topic, partition, null, new byte[1])).get();
        }
        return producer;
    }

    private static void assertRefused(String message, String... args) {
        List<String> all = new ArrayList<>(List.of("transactions", "abort"));
        all.addAll(List.of(args));
        all.add("-b=" + kafka.bootstrapServers());
        Terminal refused = Terminal.run(all.toArray(String[]::new));
        assertThat(refused.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(refused.err()).contains(message);
    }

    private static Terminal run(String... args) {
        List<String> all = new ArrayList<>(List.of("transactions"));
        all.addAll(List.of(args));
        all.add("--bootstrap-servers=" + kafka.bootstrapServers());
        Terminal terminal = Terminal.run(all.toArray(String[]::new));
        assertThat(terminal.status()).as(terminal.err()).isEqualTo(ExitStatus.DONE);
        return terminal;
    }
}

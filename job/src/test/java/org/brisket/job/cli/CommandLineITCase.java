package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.brisket.simulator.broker.EmbeddedKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a real broker. */
final class CommandLineITCase {
    private static EmbeddedKafka kafka;

    @TempDir private Path folder;

    @BeforeAll
    static void startBroker() {
        kafka = EmbeddedKafka.start();
        kafka.createTopics(
                Map.of(
                        "beef-submissions", 2,
                        "beef-results", 2,
                        "state-queries", 1,
                        "state-answers", 1));
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @Test
    void submitsFilesAndHexInOrderWithTheirHeaders() throws IOException {
        Path file = Files.writeString(folder.resolve("beef.hex"), "0100beef\n");

        Terminal submit =
                run(
                        "submit",
                        "-t=tm_any,tm_hello",
                        file.toString(),
                        "--hex=0200BEEF",
                        "--mode=historical");

        assertThat(submit.err()).isEmpty();
        assertThat(submit.status()).isEqualTo(ExitStatus.DONE);
        assertThat(submit.out().lines())
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .matches(
                                                ".*beef\\.hex: 4 bytes to partition [01] at offset \\d+,"
                                                        + " submission beef-submissions-[01]-\\d+"),
                        second -> assertThat(second).startsWith("input 2: 4 bytes to partition "));
        List<String> submitted = SubmittedRecords.read(kafka.bootstrapServers(), 2);
        assertThat(submitted)
                .containsExactly(
                        "0100beef {x-topics=[\"tm_any\",\"tm_hello\"], brisket-mode=historical}",
                        "0200beef {x-topics=[\"tm_any\",\"tm_hello\"], brisket-mode=historical}");
    }

    @Test
    void explainsATopicThatDoesNotExistInOneLineAndCreatesNone() throws IOException {
        Path config =
                Files.writeString(
                        folder.resolve("brisket.yaml"),
                        """
                        kafka: {topics: {submissions: absent, results: missing}}
                        spv:
                          quorum: 1
                          chain-trackers: [{name: a, kind: chaintracks, url: 'http://a'}]
                        extended-format-broadcasting: {enabled: false}
                        """);

        for (int attempt = 0; attempt < 2; attempt++) {
            Terminal submit = run("submit", "-t=tm_any", "--hex=00", "-c=" + config);
            assertThat(submit.status()).isEqualTo(ExitStatus.WORLD);
            assertThat(submit.err())
                    .isEqualTo(
                            "brisket submit: there is no topic absent on %s; the configuration names it in kafka.topics.submissions\n"
                                    .formatted(kafka.bootstrapServers()));
        }
        assertThat(run("tail", "-c=" + config).err())
                .startsWith("brisket tail: there is no topic missing on ")
                .hasLineCount(1);
    }

    @Test
    void tailsResultsUntilItHasEnough() {
        publish(
                "{\"status\":\"admitted\",\"submissionId\":\"a\"}",
                "{\"status\":\"rejected\"}",
                "x");

        Terminal tail = run("tail", "--from-beginning", "--count=3");
        Terminal json = run("tail", "--from-beginning", "--count=1", "--json");

        assertThat(tail.status()).isEqualTo(ExitStatus.DONE);
        assertThat(tail.out().lines()).containsExactly("admitted      a", "rejected      ?", "x");
        assertThat(json.out()).isEqualTo("{\"status\":\"admitted\",\"submissionId\":\"a\"}\n");
    }

    @Test
    void givesUpOnAJobThatDoesNotAnswer() {
        Terminal inspect = run("inspect", "tx", "01".repeat(32), "--wait=300ms");

        assertThat(inspect.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(inspect.err())
                .startsWith("brisket inspect tx: no answer within 0.3 s; is the job running")
                .hasLineCount(1);
    }

    private static void publish(String... results) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String result : results) {
                producer.send(new ProducerRecord<>("beef-results", 0, null, result));
            }
        }
    }

    private static Terminal run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--bootstrap-servers=" + kafka.bootstrapServers());
        return Terminal.run(all.toArray(String[]::new));
    }
}

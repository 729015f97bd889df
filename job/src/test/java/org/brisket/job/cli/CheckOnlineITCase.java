package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.brisket.job.e2e.Await;
import org.brisket.simulator.broker.EmbeddedKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is wrong with a real broker and real services is said at once. */
final class CheckOnlineITCase {
    private static final String[] TOPICS = {
        "beef-results",
        "beef-admissions",
        "beef-rollbacks",
        "decisions",
        "network-events",
        "state-queries",
        "state-answers",
        "beef-transactions"
    };

    @TempDir private Path folder;

    @Test
    void listsProblemsAndDoubtsTogether() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            for (String topic : TOPICS) {
                kafka.createTopic(topic, 1);
            }
            Terminal empty = check(kafka, "3 h");

            assertThat(empty.status()).isEqualTo(ExitStatus.USAGE);
            assertThat(empty.err())
                    .contains("configuration has 3 problems:")
                    .contains("Kafka topic beef-submissions does not exist")
                    .contains("Kafka topic beef-rejections does not exist")
                    .contains("transaction.max.timeout.ms")
                    .contains("warning: chain tracker a at http://127.0.0.1:")
                    .contains("does not answer");

            create(kafka, "beef-submissions", "max.message.bytes", "2000000");
            create(kafka, "beef-rejections", "max.message.bytes", "1000000");
            assertThat(check(kafka, "1 h").err())
                    .contains("configuration has 1 problem:")
                    .contains("takes records of 1000000 bytes, must be at least 2000000");
        }
    }

    @Test
    void findsNothingWrongWithAGoodWorldAndNamesACompactedTopic() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            for (String topic : TOPICS) {
                kafka.createTopic(topic, 1);
            }
            kafka.createTopic("beef-submissions", 1);
            create(kafka, "beef-rejections", "cleanup.policy", "delete");

            Terminal ready = check(kafka, "1 h");
            assertThat(ready.status()).as(ready.err()).isEqualTo(ExitStatus.DONE);
            assertThat(ready.out()).endsWith("# ready to run\n");

            try (Admin admin = admin(kafka)) {
                admin.deleteTopics(List.of("beef-rejections")).all().get();
            }
            Await.until(
                    "the topic to be gone",
                    Duration.ofSeconds(30),
                    () -> check(kafka, "1 h").err().contains("does not exist"));
            create(kafka, "beef-rejections", "cleanup.policy", "compact");
            assertThat(check(kafka, "1 h").err())
                    .contains("Kafka topic beef-rejections has cleanup.policy compact");
        }
    }

    private static void create(EmbeddedKafka kafka, String topic, String key, String value)
            throws Exception {
        try (Admin admin = admin(kafka)) {
            NewTopic made =
                    new NewTopic(topic, Optional.of(1), Optional.of((short) 1))
                            .configs(Map.of(key, value));
            admin.createTopics(List.of(made)).all().get();
        }
    }

    private static Admin admin(EmbeddedKafka kafka) {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private Terminal check(EmbeddedKafka kafka, String transactionTimeout) throws IOException {
        String nobody = "http://127.0.0.1:" + SubmitCommandTest.portWithoutListener();
        Path config =
                Files.writeString(
                        folder.resolve("brisket.yaml"),
                        """
                        kafka: {bootstrap-servers: '%s', transaction-timeout: %s}
                        spv:
                          quorum: 1
                          validation-timeout: 300 ms
                          chain-trackers: [{name: a, kind: chaintracks, url: '%s'}]
                        extended-format-broadcasting: {enabled: false}
                        """
                                .formatted(kafka.bootstrapServers(), transactionTimeout, nobody));
        return Terminal.run("check-config", "--online", config.toString());
    }
}

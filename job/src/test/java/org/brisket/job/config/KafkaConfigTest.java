package org.brisket.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.brisket.job.config.binding.ConfigBinder;
import org.brisket.job.config.value.ClientProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KafkaConfigTest {

    @Test
    void hasDefaultsForALocalBroker() {
        assertThat(ConfigBinder.bind(KafkaConfig.class, ""))
                .isEqualTo(
                        new KafkaConfig(
                                "localhost:9092",
                                "brisket",
                                "brisket",
                                Duration.ofMinutes(15),
                                new KafkaTopics(
                                        "beef-submissions",
                                        "beef-results",
                                        "beef-admissions",
                                        "beef-rollbacks",
                                        "beef-rejections",
                                        "decisions",
                                        "network-events",
                                        "state-queries",
                                        "state-answers",
                                        "beef-transactions"),
                                new ClientProperties(Map.of())));
    }

    @Test
    void mapsEveryKey() {
        String yaml =
                """
                bootstrap-servers: a:1,b:2
                consumer-group: group
                transactional-id-prefix: prefix
                transaction-timeout: 1 h
                topics:
                  submissions: s
                  results: r
                  admissions: a
                  rollbacks: b
                  rejections: d
                  decisions: c
                  network-events: n
                  state-queries: q
                  state-answers: w
                  transactions: x
                properties:
                  security.protocol: SSL
                  retries: 7
                  ssl.endpoint.identification.algorithm: ''
                """;

        assertThat(ConfigBinder.bind(KafkaConfig.class, yaml))
                .isEqualTo(
                        new KafkaConfig(
                                "a:1,b:2",
                                "group",
                                "prefix",
                                Duration.ofHours(1),
                                new KafkaTopics("s", "r", "a", "b", "d", "c", "n", "q", "w", "x"),
                                new ClientProperties(
                                        Map.of(
                                                "security.protocol",
                                                "SSL",
                                                "retries",
                                                "7",
                                                "ssl.endpoint.identification.algorithm",
                                                ""))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bootstrap-servers: nowhere | bootstrap-servers: value is nowhere, must be host:port,host:port",
                "bootstrap-servers: 'a:1,' | bootstrap-servers: value is a:1,, must be host:port,host:port",
                "consumer-group: '' | consumer-group: is empty, must be a single value (text)",
                "transactional-id-prefix: ' ' | transactional-id-prefix: is empty, must be a single value (text)",
                "transaction-timeout: 9 s | transaction-timeout: value is 9 s, must be between 10 s and 1 d",
                "transaction-timeout: 25 h | transaction-timeout: value is 25 h, must be between 10 s and 1 d",
                "properties: [a] | properties: is a list, must be a section of properties",
                "properties: {a: [b]} | properties.a: is a list, must be a single value",
            })
    void refusesWhatIsOutOfRange(String yaml, String problem) {
        assertThat(ConfigFixture.problems(KafkaConfig.class, yaml)).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"isolation.level", "transactional.id", "acks", "group.id"})
    void refusesPropertiesThatDecideExactlyOnce(String name) {
        assertThat(ConfigFixture.problems(KafkaConfig.class, "properties: {" + name + ": x}"))
                .containsExactly("properties." + name + ": is set by Brisket, must be left out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submissions",
                "results",
                "admissions",
                "rollbacks",
                "rejections",
                "decisions"
            })
    void refusesIllegalTopicNames(String key) {
        String yaml = "topics: {" + key + ": 'a b', network-events: ..}";

        assertThat(ConfigFixture.problems(KafkaConfig.class, yaml))
                .anyMatch(
                        line ->
                                line.startsWith(
                                        "topics." + key + ": value is a b, must be 1 to 249"))
                .anyMatch(line -> line.startsWith("topics.network-events: value is .., must be"))
                .hasSize(2);
    }

    @Test
    void refusesOneTopicForTwoPurposes() {
        assertThat(ConfigFixture.problems(KafkaConfig.class, "topics: {results: decisions}"))
                .containsExactly(
                        "topics.decisions: value is decisions, must differ from the topic of results");
    }

    @Test
    void canBePointedAtAnotherBroker() {
        KafkaConfig config = ConfigBinder.bind(KafkaConfig.class, "consumer-group: g");

        KafkaConfig moved = config.withBootstrapServers("c:3");

        assertThat(moved)
                .isEqualTo(
                        ConfigBinder.bind(
                                KafkaConfig.class,
                                "{consumer-group: g, bootstrap-servers: 'c:3'}"));
    }
}

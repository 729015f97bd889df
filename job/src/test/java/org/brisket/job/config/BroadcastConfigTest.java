package org.brisket.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.brisket.job.config.binding.ConfigBinder;
import org.brisket.job.config.value.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BroadcastConfigTest {
    private static final String ENDPOINTS = "endpoints: [{name: arc, url: 'http://arc:1'}]\n";

    @TempDir private Path folder;

    @Test
    void hasDefaults() {
        assertThat(ConfigBinder.defaults(BroadcastConfig.class))
                .isEqualTo(
                        new BroadcastConfig(
                                true,
                                100,
                                Duration.ofMillis(5),
                                3,
                                Duration.ofMillis(200),
                                Duration.ofSeconds(10),
                                1,
                                Duration.ofMinutes(30),
                                Duration.ofSeconds(5),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void mapsEveryKey() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "t");
        String yaml =
                """
                enabled: false
                batch-size: 7
                linger: 1 s
                attempts: 4
                initial-backoff: 2 s
                request-timeout: 3 s
                required-acceptances: 1
                refusal-deadline: 1 h
                status-poll-interval: 6 s
                endpoints: [{name: arc, url: 'http://arc:1', api-key-file: '%s'}]
                callback-url: https://me.example.com/arc
                callback-token-file: '%s'
                """
                        .formatted(token, token);

        Secret secret = Secret.fromFile(token.toString());
        assertThat(ConfigBinder.bind(BroadcastConfig.class, yaml))
                .isEqualTo(
                        new BroadcastConfig(
                                false,
                                7,
                                Duration.ofSeconds(1),
                                4,
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3),
                                1,
                                Duration.ofHours(1),
                                Duration.ofSeconds(6),
                                List.of(
                                        new EndpointConfig(
                                                "arc",
                                                URI.create("http://arc:1"),
                                                Optional.of(secret))),
                                Optional.of(URI.create("https://me.example.com/arc")),
                                Optional.of(secret)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enabled | yes | must be true or false",
                "batch-size | 0 | must be between 1 and 1000",
                "batch-size | 1001 | must be between 1 and 1000",
                "linger | 11 s | must be between 0 s and 10 s",
                "attempts | 0 | must be between 1 and 10",
                "attempts | 11 | must be between 1 and 10",
                "initial-backoff | 0 ms | must be between 1 ms and 1 min",
                "initial-backoff | 2 min | must be between 1 ms and 1 min",
                "request-timeout | 9 ms | must be between 10 ms and 5 min",
                "request-timeout | 6 min | must be between 10 ms and 5 min",
                "required-acceptances | 0 | must be between 1 and 16",
                "required-acceptances | 17 | must be between 1 and 16",
                "refusal-deadline | 1 ms | must be between 1 s and 7 d",
                "refusal-deadline | 8 d | must be between 1 s and 7 d",
                "status-poll-interval | 9 ms | must be between 10 ms and 10 min",
                "status-poll-interval | 11 min | must be between 10 ms and 10 min",
            })
    void refusesWhatIsOutOfRange(String key, String value, String must) {
        assertThat(ConfigFixture.problems(BroadcastConfig.class, ENDPOINTS + key + ": " + value))
                .containsExactly(key + ": value is " + value + ", " + must);
    }

    @Test
    void refusesMoreAcceptancesThanEndpoints() {
        String yaml = ENDPOINTS + "required-acceptances: 2";

        assertThat(ConfigFixture.problems(BroadcastConfig.class, yaml))
                .containsExactly(
                        "endpoints: number of entries is 1, must be at least required-acceptances (2)");
    }

    @Test
    void needsNoEndpointWhenItSendsNothing() {
        assertThat(ConfigFixture.problems(BroadcastConfig.class, "enabled: false")).isEmpty();
    }

    @Test
    void refusesATokenWithoutCallback() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "t");
        String yaml = ENDPOINTS + "callback-token-file: '" + token + "'";

        assertThat(ConfigFixture.problems(BroadcastConfig.class, yaml))
                .containsExactly(
                        "callback-token-file: is given without callback-url, must be left out");
    }

    @Test
    void refusesTwoEndpointsOfOneName() {
        String yaml = "endpoints: [{name: arc, url: 'http://a'}, {name: arc, url: 'http://b'}]";

        assertThat(ConfigFixture.problems(BroadcastConfig.class, yaml))
                .containsExactly("endpoints: holds arc twice, must hold it once");
    }
}

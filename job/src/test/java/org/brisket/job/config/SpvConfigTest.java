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
import org.brisket.protocol.script.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpvConfigTest {
    private static final String TRACKERS =
            """
            chain-trackers:
              - {name: a, kind: whats-on-chain, url: 'http://a:1'}
              - {name: b, kind: block-headers-service, url: 'http://b:2'}
            """;

    @TempDir private Path folder;

    @Test
    void hasDefaults() {
        assertThat(ConfigBinder.defaults(SpvConfig.class))
                .isEqualTo(
                        new SpvConfig(
                                BsvNetwork.MAIN,
                                RuleSet.CONSENSUS,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(30),
                                1000,
                                Duration.ofSeconds(300),
                                100_000,
                                2,
                                List.of(),
                                ConfigBinder.defaults(HeadersConfig.class)));
    }

    @Test
    void mapsEveryKey() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "k");
        String yaml =
                """
                network: regtest
                script-rules: relay-policy
                validation-timeout: 300 ms
                patience: 1 min
                concurrent-lookups: 1
                cache-expiry: PT1M
                cache-entries: 2
                quorum: 1
                chain-trackers:
                  - name: tracker
                    kind: chaintracks
                    url: https://t.example.com/v1
                    api-key-file: %s
                headers: {kept: 200}
                """
                        .formatted(key);

        assertThat(ConfigBinder.bind(SpvConfig.class, yaml))
                .isEqualTo(
                        new SpvConfig(
                                BsvNetwork.REGTEST,
                                RuleSet.RELAY_POLICY,
                                Duration.ofMillis(300),
                                Duration.ofMinutes(1),
                                1,
                                Duration.ofMinutes(1),
                                2,
                                1,
                                List.of(
                                        new ChainTrackerConfig(
                                                "tracker",
                                                ChainTrackerKind.CHAINTRACKS,
                                                URI.create("https://t.example.com/v1"),
                                                Optional.of(Secret.fromFile(key.toString())))),
                                ConfigBinder.bind(HeadersConfig.class, "kept: 200")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network | prod | must be one of main, test, stn, regtest",
                "script-rules | none | must be one of consensus, relay-policy",
                "validation-timeout | 9 ms | must be between 10 ms and 5 min",
                "validation-timeout | 6 min | must be between 10 ms and 5 min",
                "concurrent-lookups | 0 | must be between 1 and 100000",
                "concurrent-lookups | 100001 | must be between 1 and 100000",
                "patience | 6 min | must be between 0 s and 5 min",
                "cache-expiry | 0 s | must be between 1 s and 300 s",
                "cache-expiry | 301 s | must be between 1 s and 300 s",
                "cache-entries | 0 | must be between 1 and 10000000",
                "cache-entries | 10000001 | must be between 1 and 10000000",
                "quorum | 0 | must be between 1 and 16",
                "quorum | 17 | must be between 1 and 16",
            })
    void refusesWhatIsOutOfRange(String key, String value, String must) {
        assertThat(ConfigFixture.problems(SpvConfig.class, TRACKERS + key + ": " + value))
                .containsExactly(key + ": value is " + value + ", " + must);
    }

    @Test
    void refusesAQuorumThatCannotBeReached() {
        assertThat(ConfigFixture.problems(SpvConfig.class, TRACKERS + "quorum: 3"))
                .containsExactly(
                        "chain-trackers: number of entries is 2, must be at least the quorum (3)");
    }

    @Test
    void refusesAQuorumThatTwoAnswersCouldReach() {
        assertThat(ConfigFixture.problems(SpvConfig.class, TRACKERS + "quorum: 1"))
                .containsExactly(
                        "quorum: value is 1, must be more than half of the chain-trackers (2)");
    }

    @Test
    void refusesMoreThanSixteenTrackers() {
        StringBuilder yaml = new StringBuilder("chain-trackers:\n");
        for (int i = 0; i < 17; i++) {
            yaml.append("  - {name: t%d, kind: chaintracks, url: 'http://t'}\n".formatted(i));
        }

        assertThat(ConfigFixture.problems(SpvConfig.class, yaml.toString()))
                .containsExactly("chain-trackers: number of entries is 17, must be at most 16");
    }

    @Test
    void refusesTwoTrackersOfOneName() {
        String yaml = TRACKERS + "  - {name: a, kind: chaintracks, url: 'http://c'}\n";

        assertThat(ConfigFixture.problems(SpvConfig.class, yaml))
                .containsExactly("chain-trackers: holds a twice, must hold it once");
    }

    @Test
    void namesTheTrackerThatIsWrong() {
        String yaml =
                """
                chain-trackers:
                  - {kind: whats-on-chain}
                  - {name: b, kind: carrier-pigeon, url: 'ftp://b', colour: red}
                  - {name: c, kind: chaintracks, url: 'http://me:secret@c', api-key-file: /absent}
                """;

        assertThat(ConfigFixture.problems(SpvConfig.class, yaml))
                .containsExactly(
                        "chain-trackers[0].name: is missing, must be given",
                        "chain-trackers[0].url: is missing, must be given",
                        "chain-trackers[1].colour: unknown key, must be one of name, kind, url, api-key-file",
                        "chain-trackers[1].kind: value is carrier-pigeon, must be one of whats-on-chain,"
                                + " block-headers-service, chaintracks",
                        "chain-trackers[1].url: must be an http or https address",
                        "chain-trackers[2].url: must not hold a user name or password",
                        "chain-trackers[2].api-key-file: must be a file of at most 64 KiB with a secret in it");
    }
}

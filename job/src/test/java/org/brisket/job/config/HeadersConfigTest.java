package org.brisket.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.brisket.job.config.binding.ConfigBinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeadersConfigTest {
    private static final String HASH = "0A".repeat(32);

    @Test
    void hasDefaults() {
        assertThat(ConfigBinder.defaults(HeadersConfig.class))
                .isEqualTo(
                        new HeadersConfig(
                                true,
                                HeaderRuleSet.OF_NETWORK,
                                Optional.empty(),
                                Optional.empty(),
                                10_000,
                                Duration.ofSeconds(10),
                                100));
    }

    @Test
    void mapsEveryKey() {
        String yaml =
                """
                enabled: false
                rules: regtest
                start-height: 7
                start-hash: %s
                kept: 147
                poll-interval: 10 ms
                finality-depth: 6
                """
                        .formatted(HASH);

        assertThat(ConfigBinder.bind(HeadersConfig.class, yaml))
                .isEqualTo(
                        new HeadersConfig(
                                false,
                                HeaderRuleSet.REGTEST,
                                Optional.of(7),
                                Optional.of(HASH),
                                147,
                                Duration.ofMillis(10),
                                6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules: main | rules: value is main, must be one of of-network, regtest",
                "kept: 146 | kept: value is 146, must be between 147 and 100000",
                "poll-interval: 3 min | poll-interval: value is 3 min, must be between 10 ms and 2 min",
                "start-height: 7 | start-hash: must be given together with start-height",
                "{start-height: 7, start-hash: 0a} | start-hash: value is 0a, must be 64 hexadecimal digits"
            })
    void refusesWhatCannotBe(String yaml, String problem) {
        assertThat(ConfigFixture.problems(HeadersConfig.class, yaml)).containsExactly(problem);
    }
}

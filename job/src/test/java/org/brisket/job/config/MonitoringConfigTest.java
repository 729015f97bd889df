package org.brisket.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.brisket.job.config.binding.ConfigBinder;
import org.brisket.job.config.value.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MonitoringConfigTest {

    @Test
    void hasDefaults() {
        assertThat(ConfigBinder.bind(MonitoringConfig.class, ""))
                .isEqualTo(
                        new MonitoringConfig(
                                Duration.ofSeconds(5),
                                Percentage.parse("1 %"),
                                Percentage.parse("95 %"),
                                Duration.ofSeconds(10)));
    }

    @Test
    void mapsEveryKey() {
        String yaml =
                """
                max-processing-time: 1 s
                max-validation-failures: 2 %
                min-network-acceptance: 99.5%
                max-broadcast-latency: 3 s
                """;

        assertThat(ConfigBinder.bind(MonitoringConfig.class, yaml))
                .isEqualTo(
                        new MonitoringConfig(
                                Duration.ofSeconds(1),
                                Percentage.parse("2 %"),
                                Percentage.parse("99.5 %"),
                                Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-processing-time | 0 s | must be between 1 ms and 1 d",
                "max-processing-time | 2 d | must be between 1 ms and 1 d",
                "max-validation-failures | 0.01 | must be a percentage such as 95 % or 0.5 %",
                "max-validation-failures | 101 % | must be between 0 % and 100 %",
                "min-network-acceptance | -1 % | must be a percentage such as 95 % or 0.5 %",
                "max-broadcast-latency | 0 ms | must be between 1 ms and 1 d",
                "max-broadcast-latency | 25 h | must be between 1 ms and 1 d",
            })
    void refusesWhatIsOutOfRange(String key, String value, String must) {
        assertThat(ConfigFixture.problems(MonitoringConfig.class, key + ": " + value))
                .containsExactly(key + ": value is " + value + ", " + must);
    }
}

package org.brisket.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.brisket.job.config.binding.ConfigBinder;
import org.brisket.job.config.value.DataSize;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.SubmissionMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BeefProcessingConfigTest {

    @Test
    void hasDefaults() {
        assertThat(ConfigBinder.bind(BeefProcessingConfig.class, ""))
                .isEqualTo(
                        new BeefProcessingConfig(
                                new DataSize(10_000_000),
                                5000,
                                1000,
                                5000,
                                16,
                                Atomicity.ALL_OR_NOTHING,
                                SubmissionMode.CURRENT));
    }

    @Test
    void mapsEveryKey() {
        String yaml =
                """
                max-record-bytes: 1 MiB
                max-transactions: 1
                max-ancestor-depth: 2
                max-bumps: 3
                max-topics-per-record: 4
                default-atomicity: independent
                default-mode: historical
                """;

        assertThat(ConfigBinder.bind(BeefProcessingConfig.class, yaml))
                .isEqualTo(
                        new BeefProcessingConfig(
                                new DataSize(1 << 20),
                                1,
                                2,
                                3,
                                4,
                                Atomicity.INDEPENDENT,
                                SubmissionMode.HISTORICAL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-record-bytes | 10 | must be a size such as 500 kB, 10 MB or 10 MiB",
                "max-record-bytes | 999 B | must be between 1 kB and 1 GB",
                "max-record-bytes | 2 GB | must be between 1 kB and 1 GB",
                "max-transactions | 0 | must be between 1 and 1000000",
                "max-transactions | 1000001 | must be between 1 and 1000000",
                "max-ancestor-depth | 0 | must be between 1 and 1000000",
                "max-ancestor-depth | many | must be a whole number",
                "max-bumps | -1 | must be between 1 and 1000000",
                "max-bumps | 99999999999 | must be a whole number",
                "max-topics-per-record | 1001 | must be between 1 and 1000",
                "default-atomicity | some | must be one of all-or-nothing, independent",
                "default-mode | CURRENT | must be one of current, historical",
            })
    void refusesWhatIsOutOfRange(String key, String value, String must) {
        assertThat(ConfigFixture.problems(BeefProcessingConfig.class, key + ": " + value))
                .containsExactly(key + ": value is " + value + ", " + must);
    }
}

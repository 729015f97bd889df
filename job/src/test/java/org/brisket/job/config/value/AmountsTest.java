package org.brisket.job.config.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "10 MB, 10000000, 10 MB",
        "10 MiB, 10485760, 10 MiB",
        "1kB, 1000, 1 kB",
        "1024 KiB, 1048576, 1 MiB",
        "1000 MB, 1000000000, 1 GB",
        "7 B, 7, 7 B",
        "0 GB, 0, 0 B",
    })
    void readsAndWritesSizes(String text, long bytes, String written) {
        assertThat(DataSize.parse(text)).isEqualTo(new DataSize(bytes)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10 mb", "-1 MB", "1.5 MB", "10 TB", "MB"})
    void refusesWhatIsNoSize(String text) {
        assertThatThrownBy(() -> DataSize.parse(text)).hasMessageStartingWith("must be a size");
    }

    @Test
    void refusesNegativeSizes() {
        assertThatThrownBy(() -> new DataSize(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1 %, 0.01, 1 %", "99.50%, 0.995, 99.5 %", "0 %, 0, 0 %", "100 %, 1, 100 %"})
    void readsAndWritesPercentages(String text, double fraction, String written) {
        assertThat(Percentage.parse(text)).hasToString(written);
        assertThat(Percentage.parse(text).fraction()).isEqualTo(fraction);
    }

    @Test
    void masksPropertiesThatLookSecret() {
        ClientProperties properties =
                new ClientProperties(
                        Map.of(
                                "sasl.jaas.config", "user alice",
                                "ssl.truststore.PASSWORD", "hunter2",
                                "sasl.oauthbearer.client.secret", "hunter3",
                                "ssl.keystore.key", "hunter4",
                                "linger.ms", "5"));

        assertThat(properties.masked())
                .containsEntry("linger.ms", "5")
                .containsEntry("ssl.keystore.key", "***");
        assertThat(properties).asString().doesNotContain("alice", "hunter");
        assertThat(properties.toProperties()).containsEntry("ssl.truststore.PASSWORD", "hunter2");
    }
}

package org.brisket.job.config.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "300 ms, PT0.3S, 300 ms",
        "5s, PT5S, 5 s",
        "300 s, PT5M, 5 min",
        "90 s, PT1M30S, 90 s",
        "24 h, PT24H, 1 d",
        "PT1.5S, PT1.5S, 1500 ms",
        "PT0.0000001S, PT0.0000001S, PT0.0000001S",
        "0 ms, PT0S, 0 s",
        "999999999 d, PT23999999976H, 999999999 d",
    })
    void readsAndWrites(String text, Duration duration, String written) {
        assertThat(DurationText.parse(text)).isEqualTo(duration);
        assertThat(DurationText.format(duration)).isEqualTo(written);
        assertThat(DurationText.parse(written)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "-5 s", "PT-5S", "5 sec", "5  s", "1.5 s", "9999999999 s", "s"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a duration such as 300 ms, 5 s, 15 min or PT5S");
    }
}

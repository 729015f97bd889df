package org.brisket.job.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import org.brisket.job.config.value.DurationText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a point in time: {@code 2026-05-01T12:00:00Z}, or how long ago it was, {@code 2 h}. */
final class TimeConverter implements ITypeConverter<Instant> {
    private final Clock clock;

    TimeConverter() {
        this(Clock.systemUTC());
    }

    TimeConverter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant convert(String text) {
        try {
            return text.contains("T") && !text.startsWith("P")
                    ? Instant.parse(text)
                    : clock.instant().minus(DurationText.parse(text));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new TypeConversionException(
                    "is "
                            + text
                            + ", must be a time such as 2026-05-01T12:00:00Z, or how long ago, such as 2 h");
        }
    }
}

package org.brisket.simulator.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a scenario writes a span of time: {@code 300 ms}, {@code 20 s}, {@code 2 min}. */
final class SpanText {
    static final String EXPECTED = "must be a span of time such as 300 ms, 20 s or 2 min";
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,7}) ?(ms|s|min)");
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;

    private SpanText() {}

    static Optional<Duration> parse(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(amount.group(1));
        return Optional.of(
                Duration.ofMillis(
                        switch (amount.group(2)) {
                            case "min" -> number * MINUTE;
                            case "s" -> number * SECOND;
                            default -> number;
                        }));
    }

    static String format(Duration span) {
        long millis = span.toMillis();
        if (millis % MINUTE == 0 && millis > 0) {
            return millis / MINUTE + " min";
        }
        return millis % SECOND == 0 ? millis / SECOND + " s" : millis + " ms";
    }
}

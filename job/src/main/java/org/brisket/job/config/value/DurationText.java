package org.brisket.job.config.value;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a span of time is written in the configuration: {@code 300 ms}, {@code 5 s}, {@code PT5S}.
 */
public final class DurationText {
    private static final String EXPECTED = "must be a duration such as 300 ms, 5 s, 15 min or PT5S";
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9}) ?(ms|s|min|h|d)");

    /** Milliseconds of each unit, largest first. */
    private static final Map<String, Long> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("d", 86_400_000L);
        UNITS.put("h", 3_600_000L);
        UNITS.put("min", 60_000L);
        UNITS.put("s", 1_000L);
        UNITS.put("ms", 1L);
    }

    private DurationText() {}

    /**
     * Reads an amount with its unit, or an ISO-8601 duration.
     *
     * @throws IllegalArgumentException if the text is neither, or negative
     */
    public static Duration parse(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (amount.matches()) {
            return Duration.ofMillis(Long.parseLong(amount.group(1)) * UNITS.get(amount.group(2)));
        }
        Duration duration = parseIso(text);
        if (duration.isNegative()) {
            throw new IllegalArgumentException(EXPECTED);
        }
        return duration;
    }

    /** Writes a duration in the largest unit that divides it. */
    public static String format(Duration duration) {
        if (duration.isZero()) {
            return "0 s";
        }
        if (duration.getNano() % 1_000_000 != 0) {
            return duration.toString();
        }
        long millis = duration.toMillis();
        return UNITS.entrySet().stream()
                .filter(unit -> millis % unit.getValue() == 0)
                .findFirst()
                .map(unit -> millis / unit.getValue() + " " + unit.getKey())
                .orElseThrow();
    }

    private static Duration parseIso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException notIso) {
            throw new IllegalArgumentException(EXPECTED, notIso);
        }
    }
}

package org.brisket.job.config.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of data, written {@code 10 MB} (decimal units) or {@code 10 MiB} (binary units).
 *
 * @param bytes the amount in bytes, never negative
 */
public record DataSize(long bytes) implements Comparable<DataSize> {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9}) ?(B|kB|MB|GB|KiB|MiB|GiB)");

    /** Bytes of each unit, in the order in which a size prefers them. */
    private static final Map<String, Long> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("GB", 1_000_000_000L);
        UNITS.put("GiB", 1L << 30);
        UNITS.put("MB", 1_000_000L);
        UNITS.put("MiB", 1L << 20);
        UNITS.put("kB", 1_000L);
        UNITS.put("KiB", 1L << 10);
        UNITS.put("B", 1L);
    }

    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes is " + bytes + ", must not be negative");
        }
    }

    /**
     * Reads an amount with its unit.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static DataSize parse(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            throw new IllegalArgumentException("must be a size such as 500 kB, 10 MB or 10 MiB");
        }
        return new DataSize(Long.parseLong(amount.group(1)) * UNITS.get(amount.group(2)));
    }

    /** The size as an {@code int} number of bytes, for buffers and arrays. */
    public int toIntBytes() {
        return Math.toIntExact(bytes);
    }

    @Override
    public int compareTo(DataSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** The size as the configuration writes it, in the first unit that divides it. */
    @Override
    public String toString() {
        if (bytes == 0) {
            return "0 B";
        }
        return UNITS.entrySet().stream()
                .filter(unit -> bytes % unit.getValue() == 0)
                .findFirst()
                .map(unit -> bytes / unit.getValue() + " " + unit.getKey())
                .orElseThrow();
    }
}

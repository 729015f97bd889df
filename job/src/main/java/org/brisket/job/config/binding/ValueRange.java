package org.brisket.job.config.binding;

import java.util.Optional;

/** The least and the greatest value of a key, as its {@link Key} states them. */
final class ValueRange {
    private final Key key;

    ValueRange(Key key) {
        this.key = key;
    }

    /** What a value outside the range must be instead; empty if the value is inside. */
    <T> Optional<String> refusal(ScalarType<T> type, Object value) {
        boolean inside =
                (key.min().isEmpty() || compare(type, value, key.min()) >= 0)
                        && (key.max().isEmpty() || compare(type, value, key.max()) <= 0);
        return inside ? Optional.empty() : Optional.of("must be " + describe());
    }

    /** The range in words; empty if every value is allowed. */
    String describe() {
        if (key.min().isEmpty() && key.max().isEmpty()) {
            return "";
        }
        if (key.max().isEmpty()) {
            return "at least " + key.min();
        }
        return key.min().isEmpty()
                ? "at most " + key.max()
                : "between " + key.min() + " and " + key.max();
    }

    private static <T> int compare(ScalarType<T> type, Object value, String bound) {
        return comparable(value).compareTo(type.parse().apply(bound));
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> comparable(Object value) {
        return (Comparable<Object>) value;
    }
}

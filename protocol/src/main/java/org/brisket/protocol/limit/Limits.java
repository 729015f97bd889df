package org.brisket.protocol.limit;

import java.util.EnumMap;
import java.util.Map;

/**
 * All bounds on one record, each by its {@link Limit}. What reaches a bound passes; what exceeds it
 * is refused with the limit's own reason, before anything of that size is allocated.
 */
public record Limits(Map<Limit, Long> values) {
    /** The standard of every limit. */
    public static final Limits DEFAULT = new Limits(Map.of());

    /** Nothing but what the formats themselves forbid; for bytes that passed before. */
    public static final Limits NONE = none();

    /** What is left out has its standard. */
    public Limits {
        Map<Limit, Long> all = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            long value = values.getOrDefault(limit, limit.standard());
            if (value < 1 || value > limit.highest()) {
                throw new IllegalArgumentException(
                        limit + " of " + value + ", not 1 to " + limit.highest());
            }
            all.put(limit, value);
        }
        values = Map.copyOf(all);
    }

    private static Limits none() {
        Map<Limit, Long> all = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            all.put(limit, limit.highest());
        }
        return new Limits(all);
    }

    public long of(Limit limit) {
        return values.get(limit);
    }

    /** The same but for one limit. */
    public Limits with(Limit limit, long value) {
        Map<Limit, Long> changed = new EnumMap<>(values);
        changed.put(limit, value);
        return new Limits(changed);
    }

    /** Refuses a count that exceeds its limit. */
    public void require(Limit limit, long actual) throws LimitExceededException {
        if (actual > of(limit)) {
            throw new LimitExceededException(limit, actual, of(limit));
        }
    }
}

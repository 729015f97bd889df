package org.brisket.state.header;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What each tracker last said of its tip, for as long as that is fresh. */
final class TipClaims {
    /** As long as a positive answer may live. */
    static final long FRESH_SECONDS = 300;

    /** As many as a configuration may name. */
    private static final int MAX_SOURCES = 16;

    private record Claim(long height, long seconds) {}

    private final int quorum;
    private final Map<String, Claim> bySource = new LinkedHashMap<>();

    TipClaims(int quorum) {
        this.quorum = quorum;
    }

    void add(String source, long height, long nowSeconds) {
        if (bySource.containsKey(source) || bySource.size() < MAX_SOURCES) {
            bySource.put(source, new Claim(height, nowSeconds));
        }
    }

    /** The greatest height that a quorum says to have reached; empty if too few say anything. */
    OptionalLong reached(long nowSeconds) {
        List<Long> heights =
                bySource.values().stream()
                        .filter(claim -> nowSeconds - claim.seconds <= FRESH_SECONDS)
                        .map(Claim::height)
                        .sorted((left, right) -> Long.compare(right, left))
                        .toList();
        return heights.size() < quorum
                ? OptionalLong.empty()
                : OptionalLong.of(heights.get(quorum - 1));
    }
}

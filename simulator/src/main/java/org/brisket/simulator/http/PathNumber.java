package org.brisket.simulator.http;

import java.util.Optional;

/** A number in a path or query: decimal digits, at most fifteen. */
final class PathNumber {
    private PathNumber() {}

    static Optional<Long> parse(String text) {
        return text.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}

package org.brisket.simulator.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** What a service wants to see in the Authorization header, if anything. */
record Credentials(Optional<String> expected) {
    static Credentials none() {
        return new Credentials(Optional.empty());
    }

    static Credentials bearer(Optional<String> key) {
        return new Credentials(key.map(k -> "Bearer " + k));
    }

    boolean accept(HttpRequest request) {
        if (expected.isEmpty()) {
            return true;
        }
        byte[] given = request.header("authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, expected.get().getBytes(StandardCharsets.UTF_8));
    }
}

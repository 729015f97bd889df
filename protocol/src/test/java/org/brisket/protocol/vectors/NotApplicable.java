package org.brisket.protocol.vectors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The vectors that say nothing about this library, one by one with the reason, from {@code
 * not-applicable.tsv} beside this class. A vector that is not listed is evaluated.
 */
final class NotApplicable {
    private static final Map<String, Map<String, String>> REASONS = read();

    private NotApplicable() {}

    static Optional<String> reason(String file, String id) {
        return Optional.ofNullable(REASONS.getOrDefault(file, Map.of()).get(id));
    }

    static Set<String> files() {
        return REASONS.keySet();
    }

    static Set<String> ids(String file) {
        return REASONS.getOrDefault(file, Map.of()).keySet();
    }

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> reasons = new HashMap<>();
        try (InputStream list = NotApplicable.class.getResourceAsStream("not-applicable.tsv");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", 3);
                if (columns.length == 3 && !line.startsWith("#")) {
                    reasons.computeIfAbsent(columns[0], file -> new HashMap<>())
                            .put(columns[1], columns[2]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(reasons);
    }
}

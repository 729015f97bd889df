package org.brisket.job.config.value;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A password, token or key, read from a file of its own when the configuration is loaded.
 *
 * <p>It never prints: {@link #toString()} is {@code ***}, and what the configuration shows of it is
 * the file.
 */
public final class Secret {
    private static final int MAX_BYTES = 64 * 1024;

    private final Path file;
    private final String value;

    private Secret(Path file, String value) {
        this.file = file;
        this.value = value;
    }

    /**
     * Reads the secret that a file holds; white space around it is no part of it.
     *
     * @param file path of a UTF-8 text file of at most 64 KiB
     * @throws IllegalArgumentException if the file cannot be read, is too large or is empty
     */
    public static Secret fromFile(String file) {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path) || Files.size(path) > MAX_BYTES) {
                throw new IllegalArgumentException(
                        "must be a file of at most 64 KiB with a secret in it");
            }
            String value = Files.readString(path, StandardCharsets.UTF_8).strip();
            if (value.isEmpty()) {
                throw new IllegalArgumentException(
                        "must be a file with a secret in it, but it is empty");
            }
            return new Secret(path, value);
        } catch (IOException | InvalidPathException unreadable) {
            throw new IllegalArgumentException("must be a readable text file", unreadable);
        }
    }

    /** Where the secret was read from. */
    public Path file() {
        return file;
    }

    /** The secret itself, for the one place that sends it. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && file.equals(secret.file)
                && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}

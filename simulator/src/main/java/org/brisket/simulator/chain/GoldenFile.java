package org.brisket.simulator.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The JSON files with data of the real chain that this module ships. */
final class GoldenFile {
    private static final String FOLDER = "/org/brisket/simulator/";

    private GoldenFile() {}

    static JsonNode read(String name) {
        try (InputStream stream = GoldenFile.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("resource " + FOLDER + name + " is missing");
            }
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + name, e);
        }
    }
}

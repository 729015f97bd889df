package org.brisket.protocol.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * The files of public conformance vectors. They lie in the directory that the system property
 * {@code brisket.vectors} names, else in {@code ../../shared/vectors} beside the checkout. Tests
 * that ask for a file are skipped, saying so, where there is no such directory.
 */
public final class VectorFiles {
    private static final String PROPERTY = "brisket.vectors";
    private static final Path BESIDE_THE_CHECKOUT = Path.of("..", "..", "shared", "vectors");
    private static final ObjectMapper JSON = new ObjectMapper();

    private VectorFiles() {}

    /** Looks at one vector; throws anything, assertion errors included, if it fails. */
    @FunctionalInterface
    public interface Check {
        void check(JsonNode vector) throws Exception;
    }

    public static Path directory() {
        String named = System.getProperty(PROPERTY, "");
        Path directory = named.isBlank() ? BESIDE_THE_CHECKOUT : Path.of(named);
        Assumptions.assumeTrue(
                Files.isDirectory(directory),
                () -> "skipped: no conformance vectors in " + directory + ", see -D" + PROPERTY);
        return directory;
    }

    /** A whole file as a tree; the test is skipped, saying so, where the file is absent. */
    public static JsonNode read(String file) {
        Path path = directory().resolve(file);
        Assumptions.assumeTrue(
                Files.isRegularFile(path), () -> "skipped: there is no " + file + " among them");
        try {
            return JSON.readTree(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The vectors of a file, as many as its header says. Those of a file in groups (Wycheproof) get
     * an id of their test number and a copy of their group beside.
     */
    public static List<JsonNode> vectors(String file) {
        JsonNode root = read(file);
        List<JsonNode> vectors = new ArrayList<>();
        root.path("vectors").forEach(vectors::add);
        root.path("testGroups").forEach(group -> addGroup(group, vectors));
        JsonNode count = root.has("count") ? root.path("count") : root.path("numberOfTests");
        if (!count.isMissingNode()) {
            assertThat(vectors).as("vectors in " + file).hasSize(count.asInt());
        }
        assertThat(vectors).as("vectors in " + file).isNotEmpty();
        return vectors;
    }

    private static void addGroup(JsonNode group, List<JsonNode> vectors) {
        ObjectNode shared = group.deepCopy();
        shared.remove("tests");
        for (JsonNode test : group.path("tests")) {
            ObjectNode vector = test.deepCopy();
            vector.put("id", "tcId-" + test.path("tcId").asText());
            vector.set("group", shared);
            vectors.add(vector);
        }
    }

    /** Checks every vector and reports all that fail together; returns how many there were. */
    public static int checkAll(List<JsonNode> vectors, Check check) {
        List<String> failures = new ArrayList<>();
        for (JsonNode vector : vectors) {
            try {
                check.check(vector);
            } catch (Exception | AssertionError e) {
                failures.add(vector.path("id").asText() + ": " + e);
            }
        }
        assertThat(failures).as("%d of %d vectors fail", failures.size(), vectors.size()).isEmpty();
        return vectors.size();
    }

    public static int checkAll(String file, Check check) {
        return checkAll(vectors(file), check);
    }
}

package org.brisket.bench.attack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.MerkleRoot;

/**
 * The corpus as files: one {@code NAME.beef} each; {@code NAME.headers.json}, height to merkle root
 * in display order; and {@code expected.json}, name to verdict.
 */
final class AttackFiles {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path directory;
    private final ObjectNode expected = JSON.createObjectNode();

    AttackFiles(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    Path beef(String name) {
        return directory.resolve(name + ".beef");
    }

    Path headers(String name) {
        return directory.resolve(name + ".headers.json");
    }

    void write(AttackFile file) throws IOException {
        String name = file.attack().name();
        Files.write(beef(name), file.bytes());
        Map<String, String> roots = new TreeMap<>();
        file.headers().forEach((height, root) -> roots.put(height.toString(), root.toString()));
        JSON.writeValue(headers(name).toFile(), roots);
        expected.put(name, file.attack().expectedVerdict());
    }

    void finish() throws IOException {
        JSON.writeValue(directory.resolve("expected.json").toFile(), expected);
    }

    static Map<Long, MerkleRoot> readHeaders(Path path) throws IOException {
        Map<Long, MerkleRoot> headers = new TreeMap<>();
        for (var field : JSON.readTree(path.toFile()).properties()) {
            try {
                headers.put(
                        Long.valueOf(field.getKey()),
                        MerkleRoot.fromDisplayHex(field.getValue().asText()));
            } catch (MalformedException e) {
                throw new IOException(path + ": " + e.getMessage(), e);
            }
        }
        return headers;
    }
}

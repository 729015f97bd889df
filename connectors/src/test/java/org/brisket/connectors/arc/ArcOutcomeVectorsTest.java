package org.brisket.connectors.arc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.brisket.protocol.broadcast.AnswerKind;
import org.junit.jupiter.api.Test;

/** Compares our reading of ARC's answers with the TypeScript SDK's, and lists where it differs. */
class ArcOutcomeVectorsTest {
    /** The SDK's word, "success" or "error", is neither of ours here; the reason is given. */
    private static final Map<String, String> DELIBERATE =
            Map.of(
                    "arc.status.PENDING_RETRY.plain",
                    "a status outside ARC's table is not a success",
                    "arc.status.MINED_IN_STALE_BLOCK.orphan",
                    "the endpoint holds it and waits for it to be mined again");

    @Test
    void agreesWithTheSdkExceptWhereWeMeanToDiffer() throws IOException {
        Path file = directory().resolve("broadcast/arc_outcomes.json");
        assumeTrue(Files.exists(file), "vectors are absent: " + file);

        Map<String, String> differences = new TreeMap<>();
        JsonNode vectors = new ObjectMapper().readTree(file.toFile()).path("vectors");
        for (JsonNode vector : vectors) {
            AnswerKind ours =
                    ArcAnswers.read(
                                    "arc",
                                    vector.path("input").path("http_status").asInt(),
                                    vector.path("input").path("body"))
                            .kind();
            boolean sdkAccepts = vector.path("expected").path("outcome").asText().equals("success");
            if (sdkAccepts != (ours == AnswerKind.ACCEPTED)) {
                differences.put(vector.path("id").asText(), ours.name());
            }
        }

        assertThat(vectors).hasSizeGreaterThan(20);
        assertThat(differences.keySet()).isEqualTo(new TreeMap<>(DELIBERATE).keySet());
    }

    private static Path directory() {
        String given = System.getProperty("brisket.vectors", "");
        return given.isEmpty() ? Path.of("..", "..", "shared", "vectors") : Path.of(given);
    }
}

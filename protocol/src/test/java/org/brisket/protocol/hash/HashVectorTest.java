package org.brisket.protocol.hash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.vectors.VectorFiles;
import org.junit.jupiter.api.Test;

class HashVectorTest {
    @Test
    void hashesAsTheVectors() {
        List<JsonNode> ours =
                VectorFiles.vectors("crypto/hashes.json").stream()
                        .filter(vector -> isOurs(algorithm(vector)))
                        .toList();

        int count =
                VectorFiles.checkAll(
                        ours,
                        vector -> {
                            byte[] message =
                                    Hex.decode(vector.path("input").path("message_hex").asText());
                            assertThat(Hex.encode(hash(algorithm(vector), message)))
                                    .isEqualTo(vector.path("expected").path("digest_hex").asText());
                        });

        assertThat(count).isEqualTo(54);
    }

    private static String algorithm(JsonNode vector) {
        return vector.path("input").path("algorithm").asText();
    }

    private static boolean isOurs(String algorithm) {
        return List.of("sha256", "sha256d", "ripemd160", "hash160").contains(algorithm);
    }

    private static byte[] hash(String algorithm, byte[] message) {
        return switch (algorithm) {
            case "sha256" -> Sha256.hash(message);
            case "sha256d" -> Sha256.doubleHash(message);
            case "ripemd160" -> Ripemd160.hash(message, 0, message.length);
            default -> Ripemd160.hash160(message);
        };
    }
}

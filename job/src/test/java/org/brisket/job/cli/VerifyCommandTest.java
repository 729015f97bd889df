package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brisket.protocol.beef.BeefExamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyCommandTest {
    @TempDir private Path folder;
    private Path headers;

    @BeforeEach
    void writeHeaders() throws IOException {
        headers =
                Files.writeString(
                        folder.resolve("headers.json"),
                        "{\"814435\": \"" + BeefExamples.BRC_62_ROOT + "\"}");
    }

    @Test
    void endsWithZeroWhenAllItemsAreValid() throws IOException {
        Path file = Files.writeString(folder.resolve("a.hex"), BeefExamples.BRC_62 + "\n");

        Terminal verify = Terminal.run("verify", file.toString(), "--headers", headers.toString());

        assertThat(verify.status()).isEqualTo(ExitStatus.DONE);
        assertThat(verify.out()).contains(": valid | beef | ", "2 transactions, 1 proofs");
    }

    @Test
    void endsWithOneAndTheReasonWhenAnItemIsNot() throws IOException {
        String truncated = BeefExamples.BRC_62.substring(0, BeefExamples.BRC_62.length() - 2);
        Path file =
                Files.writeString(
                        folder.resolve("two.hex"), BeefExamples.BRC_62 + "\n" + truncated);

        Terminal verify =
                Terminal.run("verify", file.toString(), "--headers", headers.toString(), "--json");

        assertThat(verify.status()).isEqualTo(ExitStatus.WORLD);
        String[] lines = verify.out().split("\n");
        assertThat(lines).hasSize(2);
        JsonNode second = new ObjectMapper().readTree(lines[1]);
        assertThat(second.get("item").asText()).isEqualTo(file + "#2");
        assertThat(second.get("verdict").asText()).isEqualTo("invalid");
        assertThat(second.get("reason").asText()).isEqualTo("MALFORMED_BEEF");
    }

    @Test
    void saysUnprovenWithoutHeaders() throws IOException {
        Path file = Files.writeString(folder.resolve("a.hex"), BeefExamples.BRC_62);

        Terminal verify = Terminal.run("verify", file.toString());

        assertThat(verify.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(verify.out()).contains(": unproven | beef").contains("height 814435");
    }

    @Test
    void explainsAMissingFileInOneLine() {
        Terminal verify = Terminal.run("verify", folder.resolve("absent").toString());

        assertThat(verify.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(verify.err()).contains("absent does not exist").hasLineCount(1);
    }
}

package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SubmissionBytesTest {
    private static final byte[] BEEF = {1, 0, (byte) 0xbe, (byte) 0xef};

    @TempDir private Path folder;

    @Test
    void takesBinaryAsItIs() throws IOException {
        Path file = Files.write(folder.resolve("binary"), BEEF);

        assertThat(SubmissionBytes.fromFile(file).bytes()).isEqualTo(BEEF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0100beef", "0100BEEF\n", "  0100BeeF\r\n"})
    void decodesHex(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("hex"), text);

        assertThat(SubmissionBytes.fromFile(file).bytes()).isEqualTo(BEEF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0100bee", "0100 beef", "not hex", " \n"})
    void leavesWhatIsNoHexForTheJobToRefuse(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("text"), text);

        assertThat(SubmissionBytes.fromFile(file).bytes()).asString().isEqualTo(text);
    }
}

package org.brisket.job.config.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretTest {
    @TempDir private Path folder;

    @Test
    void holdsWhatTheFileHoldsButNeverPrintsIt() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), " hunter2\n");

        Secret secret = Secret.fromFile(file.toString());

        assertThat(secret.reveal()).isEqualTo("hunter2");
        assertThat(secret).hasToString("***");
        assertThat(secret.file()).isEqualTo(file);
    }

    @Test
    void refusesFilesWithoutASecret() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), " \n");
        Path huge = Files.write(folder.resolve("huge"), new byte[64 * 1024 + 1]);
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> Secret.fromFile(empty.toString()))
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> Secret.fromFile(huge.toString())).hasMessageContaining("64 KiB");
        assertThatThrownBy(() -> Secret.fromFile(binary.toString()))
                .hasMessage("must be a readable text file");
        assertThatThrownBy(() -> Secret.fromFile(folder + "/absent"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Secret.fromFile("\0"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the audit says before it can begin. */
final class AuditCommandTest {
    @TempDir private Path folder;

    private Terminal audit(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "audit";
        System.arraycopy(args, 0, all, 1, args.length);
        return Terminal.run(all);
    }

    private Path savepoint() throws IOException {
        Files.writeString(folder.resolve("_metadata"), "no metadata");
        return folder;
    }

    @Test
    void asksForASavepoint() {
        assertThat(audit().status()).isEqualTo(ExitStatus.USAGE);
        assertThat(audit().err()).contains("--savepoint");
    }

    @Test
    void wantsBothFilesOrNone() {
        Terminal one = audit("--savepoint=x", "--admissions=a");

        assertThat(one.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(one.err()).contains("--admissions and --rollbacks go together");
    }

    @Test
    void readsTheLogFromOnePlaceOnly() {
        Terminal both = audit("--savepoint=x", "--admissions=a", "--rollbacks=b", "-b=localhost:1");

        assertThat(both.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(both.err()).contains("not from both");
    }

    @Test
    void saysWhatADirectoryLacks() {
        assertThat(audit("--savepoint=" + folder).err())
                .isEqualTo(
                        "brisket audit: %s holds no _metadata; a savepoint or checkpoint directory does\n"
                                .formatted(folder));
        Terminal absent = audit("--savepoint=" + folder.resolve("absent"));
        assertThat(absent.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(absent.err()).contains("absent is no directory");
    }

    @Test
    void saysThatAFileDoesNotExist() throws IOException {
        Terminal absent =
                audit("--savepoint=" + savepoint(), "--admissions=no/a", "--rollbacks=no/b");

        assertThat(absent.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(absent.err()).isEqualTo("brisket audit: no/a does not exist\n");
    }

    @Test
    void saysThatMetadataCannotBeRead() throws IOException {
        Terminal broken = audit("--savepoint=" + savepoint());

        assertThat(broken.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(broken.err()).contains("is no savepoint of this job").hasLineCount(1);
    }

    @Test
    void explainsWhatIsComparable() {
        assertThat(audit("--help").out()).contains("later than the savepoint", "not comparable");
    }
}

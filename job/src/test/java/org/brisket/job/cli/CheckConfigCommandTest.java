package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brisket.job.config.BrisketConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckConfigCommandTest {
    private static final String VALID =
            """
            kafka: {properties: {ssl.key.password: hunter2}}
            spv:
              quorum: 1
              chain-trackers: [{name: a, kind: chaintracks, url: 'http://a'}]
            extended-format-broadcasting: {enabled: false}
            """;

    @TempDir private Path folder;

    @Test
    void printsTheEffectiveConfigurationAndItsHash() throws IOException {
        Path file = Files.writeString(folder.resolve("brisket.yaml"), VALID);

        Terminal check = Terminal.run("check-config", file.toString());

        assertThat(check.status()).isEqualTo(ExitStatus.DONE);
        assertThat(check.err()).isEmpty();
        BrisketConfig config = BrisketConfig.load(file);
        assertThat(check.out())
                .isEqualTo(config.toYaml() + "# sha256: " + config.sha256() + "\n")
                .contains("ssl.key.password: '***'")
                .doesNotContain("hunter2");
    }

    @Test
    void listsEveryProblem() throws IOException {
        Path file =
                Files.writeString(folder.resolve("brisket.yaml"), VALID + "kafak: 1\nspvv: 2\n");

        Terminal check = Terminal.run("check-config", file.toString());

        assertThat(check.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(check.out()).isEmpty();
        assertThat(check.err())
                .startsWith("brisket check-config: configuration has 2 problems:\n")
                .contains("\n  kafak: unknown key", "\n  spvv: unknown key");
    }

    @Test
    void saysWhatThereIsNoDefaultFor() {
        Terminal check = Terminal.run("check-config");

        assertThat(check.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(check.err()).contains("spv.chain-trackers: ", "endpoints: ");
    }

    @Test
    void explainsAnAbsentFileInOneLine() {
        Terminal check = Terminal.run("check-config", folder.resolve("absent.yaml").toString());

        assertThat(check.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(check.err()).contains("absent.yaml does not exist");
    }
}

package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brisket.job.config.BrisketConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadmeTest {
    private static final String FENCE = "```yaml\n";

    @Test
    void exampleInstalls(@TempDir Path folder) throws IOException {
        String page = Files.readString(Chart.FOLDER.resolve("README.md"));
        int begin = page.indexOf(FENCE) + FENCE.length();
        Path values = folder.resolve("overlay.yaml");
        Files.writeString(values, page.substring(begin, page.indexOf("```\n", begin)));
        Secrets secrets =
                new Secrets(folder).with("/etc/brisket/secrets/headers/api-key", "headers key");

        Manifests manifests = Chart.render(values);

        manifests.all().forEach(ManifestSchemas::check);
        BrisketConfig config = BrisketConfig.load(secrets.relocate(manifests.brisketYaml()));
        assertThat(config.extendedFormatBroadcasting().endpoints()).hasSize(2);
    }
}

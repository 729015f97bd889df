package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.brisket.job.cli.Brisket;
import org.junit.jupiter.api.Test;

/** The image holds what the chart expects of it. */
final class ImageTest {

    @Test
    void jobLiesWhereTheOperatorLooksForIt() throws IOException {
        String jar =
                Chart.render(Chart.MINIMAL)
                        .get("FlinkDeployment")
                        .at("/spec/job/jarURI")
                        .asText()
                        .replace("local://", "");

        assertThat(dockerfile()).contains("COPY brisket-job.jar " + jar + "\n");
    }

    @Test
    void nativeLibraryLiesInFlinksOwnClassPath() throws IOException {
        assertThat(dockerfile())
                .containsPattern("COPY flink-lib/secp256k1\\S+ \\S+ /opt/flink/lib/");
    }

    @Test
    void flinkIsTheOneThatTheJobIsBuiltWith() throws IOException {
        Matcher image = Pattern.compile("FLINK_IMAGE=flink:([\\d.]+)-").matcher(dockerfile());

        assertThat(image.find()).isTrue();
        assertThat(image.group(1)).isEqualTo(EnvironmentInformation.getVersion());
        assertThat(
                        Chart.render(Chart.MINIMAL)
                                .get("FlinkDeployment")
                                .at("/spec/flinkVersion")
                                .asText())
                .isEqualTo("v" + image.group(1).replaceFirst("\\.\\d+$", "").replace('.', '_'));
    }

    @Test
    void entryClassIsTheCommandLine() {
        assertThat(
                        Chart.render(Chart.MINIMAL)
                                .get("FlinkDeployment")
                                .at("/spec/job/entryClass")
                                .asText())
                .isEqualTo(Brisket.class.getName());
    }

    private static String dockerfile() throws IOException {
        return Files.readString(Path.of("image", "Dockerfile"));
    }
}

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
    private static final String LAUNCHER = "/opt/flink/bin/brisket";

    @Test
    void jobLiesWhereTheOperatorLooksForIt() throws IOException {
        String jar =
                Chart.render(Chart.MINIMAL)
                        .get("FlinkDeployment")
                        .at("/spec/job/jarURI")
                        .asText()
                        .replace("local://", "");

        assertThat(jar).isEqualTo("/opt/flink/usrlib/brisket-job.jar");
        assertThat(jobPom())
                .contains("${image.root}/opt/flink/usrlib<", "<include>brisket-job.jar</include>");
    }

    @Test
    void nativeLibraryLiesInFlinksOwnClassPath() throws IOException {
        assertThat(jobPom())
                .containsPattern(
                        "secp256k1-kmp-jni-jvm-linux\\S*</includeArtifactIds>\\s+"
                                + "<outputDirectory>\\$\\{image.root}/opt/flink/lib<");
    }

    @Test
    void bothBuildsMakeTheSameLayout() throws IOException {
        assertThat(dockerfile()).contains("COPY . /\n", "\nUSER 9999:9999\n", " 0755 " + LAUNCHER);
        assertThat(jobPom())
                .contains(
                        "<from>${image.root}</from>",
                        "<into>/</into>",
                        "<user>9999:9999</user>",
                        "<entrypoint>INHERIT</entrypoint>",
                        "<file>" + LAUNCHER + "</file>");
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

    private static String jobPom() throws IOException {
        return Files.readString(Path.of("..", "job", "pom.xml"));
    }

    private static String dockerfile() throws IOException {
        return Files.readString(Path.of("image", "Dockerfile"));
    }
}

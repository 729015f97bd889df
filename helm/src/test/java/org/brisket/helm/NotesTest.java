package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the user reads after an install names the next three commands. */
final class NotesTest {

    @Test
    void operatorModeNamesTheDeployment() {
        assertThat(notes(Chart.OPERATOR))
                .contains(
                        "Brisket 0.1.0-SNAPSHOT is installed in operator mode",
                        "  helm test overlay --namespace bsv\n",
                        "  kubectl --namespace bsv get flinkdeployment overlay-brisket --watch\n",
                        "  kubectl --namespace bsv port-forward service/overlay-brisket-rest 8081\n");
    }

    @Test
    void standaloneModeNamesTheAutoscaler() {
        assertThat(notes(Chart.STANDALONE))
                .contains("in standalone mode", "get horizontalpodautoscaler,pods --selector")
                .contains("To upgrade, stop the job with a savepoint");
    }

    private static String notes(Path values) {
        String output =
                new Helm(Chart.FOLDER)
                        .install()
                        .clientOnly()
                        .dryRun()
                        .debug()
                        .withName("overlay")
                        .withNamespace("bsv")
                        .withKubeVersion("1.35.0")
                        .withValuesFile(values.toAbsolutePath())
                        .call()
                        .getOutput();
        return output.substring(output.indexOf("NOTES:"));
    }
}

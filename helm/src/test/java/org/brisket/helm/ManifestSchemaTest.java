package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every object is one that its API would take: no unknown field, none missing, none ill-typed. */
final class ManifestSchemaTest {
    @TempDir private Path folder;

    static Stream<Path> scenarios() {
        return Stream.of(Chart.MINIMAL, Chart.OPERATOR, Chart.STANDALONE);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyObjectIsValid(Path values) throws IOException {
        Manifests manifests = Chart.render(Chart.withoutHooks(folder), values);

        assertThat(manifests.kinds()).contains("Pod", "ConfigMap", "NetworkPolicy");
        manifests.all().forEach(ManifestSchemas::check);
    }

    @Test
    void unknownFieldOfADeploymentIsFound() {
        JsonNode deployment = Chart.render(Chart.STANDALONE).get("Deployment", "taskmanager");
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0")).put("imagePullPolcy", "x");

        assertThatThrownBy(() -> ManifestSchemas.check(deployment))
                .hasMessageContaining("imagePullPolcy");
    }

    @Test
    void numberInPlaceOfATextIsFound() {
        JsonNode deployment = Chart.render(Chart.STANDALONE).get("Deployment", "taskmanager");
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0/env/0")).put("value", 5);

        assertThatThrownBy(() -> ManifestSchemas.check(deployment)).hasMessageContaining("value");
    }

    @Test
    void unknownFieldOfAFlinkDeploymentIsFound() {
        JsonNode deployment = Chart.render(Chart.OPERATOR).get("FlinkDeployment");
        ((ObjectNode) deployment.at("/spec/job")).put("paralelism", 3);

        assertThatThrownBy(() -> ManifestSchemas.check(deployment))
                .hasMessageContaining("paralelism");
    }

    @Test
    void unknownFieldOfAPodMonitorIsFound() {
        JsonNode monitor = Chart.render(Chart.OPERATOR).get("PodMonitor");
        ((ObjectNode) monitor.at("/spec/podMetricsEndpoints/0")).put("intervall", "30s");

        assertThatThrownBy(() -> ManifestSchemas.check(monitor)).hasMessageContaining("intervall");
    }
}

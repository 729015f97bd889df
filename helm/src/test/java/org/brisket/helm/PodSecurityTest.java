package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pod keeps the restricted pod security standard. */
final class PodSecurityTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("org.brisket.helm.ManifestSchemaTest#scenarios")
    void everyPodIsRestricted(Path values) throws IOException {
        Manifests manifests = Chart.render(Chart.withoutHooks(folder), values);

        assertThat(manifests.pods()).hasSizeGreaterThanOrEqualTo(3);
        manifests.pods().forEach(PodSecurityTest::checkPod);
    }

    @ParameterizedTest
    @MethodSource("org.brisket.helm.ManifestSchemaTest#scenarios")
    void flinkWritesWhereItMay(Path values) {
        for (JsonNode pod : Chart.render(values).pods()) {
            assertThat(pod.at("/spec/containers/0/volumeMounts").findValuesAsText("mountPath"))
                    .contains("/tmp", "/opt/flink/log")
                    .doesNotHaveDuplicates();
            assertThat(pod.at("/spec/volumes").findValuesAsText("name")).doesNotHaveDuplicates();
        }
    }

    private static void checkPod(JsonNode pod) {
        JsonNode security = pod.at("/spec/securityContext");
        assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(security.path("runAsUser").asInt()).isEqualTo(9999);
        assertThat(security.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        for (JsonNode container : pod.at("/spec/containers")) {
            JsonNode own = container.path("securityContext");
            assertThat(own.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(own.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(own.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        }
    }
}

package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each part that can be turned off is gone when it is, and the optional ones when not on. */
final class SwitchesTest {

    @ParameterizedTest
    @CsvSource({
        "networkPolicy.enabled, NetworkPolicy",
        "podDisruptionBudget.enabled, PodDisruptionBudget",
        "serviceAccount.create, ServiceAccount",
        "rbac.create, Role",
        "monitoring.podMonitor.enabled, PodMonitor",
        "monitoring.rules.enabled, PrometheusRule"
    })
    void partCanBeTurnedOff(String setting, String kind) {
        assertThat(Chart.render(Chart.OPERATOR).has(kind)).isTrue();
        assertThat(Chart.render(Chart.OPERATOR, setting + "=false").has(kind)).isFalse();
    }

    @Test
    void monitoringIsOffUnlessAskedFor() {
        assertThat(Chart.render(Chart.MINIMAL).kinds())
                .doesNotContain("PodMonitor", "PrometheusRule", "PersistentVolumeClaim");
    }

    @Test
    void volumeIsClaimedUnlessOneExists() {
        assertThat(Chart.render(Chart.STANDALONE).get("PersistentVolumeClaim", "-state").toString())
                .contains("\"ReadWriteMany\"", "\"storageClassName\":\"shared\"");

        Manifests existing = Chart.render(Chart.STANDALONE, "storage.volume.existingClaim=mine");

        assertThat(existing.has("PersistentVolumeClaim")).isFalse();
        for (String part : List.of("jobmanager", "taskmanager")) {
            assertThat(existing.get("Deployment", part).toString())
                    .contains("\"claimName\":\"mine\"");
        }
    }

    @Test
    void jobManagerHasABudgetOnlyIfThereAreTwo() {
        assertThat(Chart.render(Chart.OPERATOR).ofKind("PodDisruptionBudget")).hasSize(2);
        assertThat(Chart.render(Chart.MINIMAL).ofKind("PodDisruptionBudget")).hasSize(1);
    }

    @Test
    void rewindReachesTheJobInBothModes() {
        String setting = "rewind=2026-11-25-bad-build";

        assertThat(
                        Chart.render(Chart.OPERATOR, setting)
                                .get("FlinkDeployment")
                                .at("/spec/job/args"))
                .map(JsonNode::asText)
                .endsWith("--rewind", "2026-11-25-bad-build");
        assertThat(
                        Chart.render(Chart.STANDALONE, setting)
                                .get("Deployment", "jobmanager")
                                .at("/spec/template/spec/containers/0/args"))
                .map(JsonNode::asText)
                .endsWith("--rewind", "2026-11-25-bad-build");
    }

    @Test
    void existingAccountIsUsed() {
        Manifests manifests =
                Chart.render(
                        Chart.STANDALONE,
                        "serviceAccount.create=false",
                        "serviceAccount.name=mine");

        assertThat(manifests.get("RoleBinding").at("/subjects/0/name").asText()).isEqualTo("mine");
        assertThat(manifests.pods())
                .allMatch(pod -> pod.at("/spec/serviceAccountName").asText().equals("mine"));
    }

    @Test
    void objectStoreKeysComeFromTheirSecret() {
        for (JsonNode pod : Chart.render(Chart.OPERATOR).pods()) {
            assertThat(pod.at("/spec/containers/0/env").toString())
                    .contains("{\"name\":\"object-store\",\"key\":\"access-key\"}");
        }
    }
}

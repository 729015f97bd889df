package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

final class OperatorModeTest {
    private final Manifests manifests = Chart.render(Chart.OPERATOR);
    private final JsonNode spec = manifests.get("FlinkDeployment").path("spec");

    @Test
    void leavesPodsToTheOperator() {
        assertThat(manifests.kinds())
                .contains("FlinkDeployment", "ServiceAccount", "Role", "RoleBinding")
                .doesNotContain("Deployment", "HorizontalPodAutoscaler", "Service");
    }

    @Test
    void runsTheJobFromItsImage() {
        assertThat(spec.path("image").asText())
                .isEqualTo("registry.example.com/brisket:0.1.0-SNAPSHOT");
        assertThat(spec.at("/job/jarURI").asText())
                .isEqualTo("local:///opt/flink/usrlib/brisket-job.jar");
        assertThat(spec.at("/job/args").toString())
                .isEqualTo("[\"run\",\"--config\",\"/etc/brisket/config/brisket.yaml\"]");
        assertThat(spec.at("/job/initialSavepointPath").asText())
                .isEqualTo("s3://overlay/brisket/savepoints/savepoint-1");
    }

    @Test
    void upgradesWithASavepoint() {
        assertThat(spec.at("/job/upgradeMode").asText()).isEqualTo("savepoint");
        assertThat(manifests.flinkOptions())
                .containsEntry(
                        "execution.checkpointing.savepoint-dir", "s3://overlay/brisket/savepoints")
                .containsEntry("kubernetes.operator.periodic.savepoint.interval", "6 h");
    }

    @Test
    void staysAtItsMinimumWithoutScaling() {
        assertThat(Chart.render(Chart.OPERATOR, "scaling.enabled=false").flinkOptions())
                .containsEntry("job.autoscaler.enabled", "false");
    }

    @Test
    void takesAChangedConfigurationForAnUpgrade() {
        Manifests changed = Chart.render(Chart.OPERATOR, "brisket.kafka.consumer-group=other");

        assertThat(checksum(changed)).isNotEqualTo(checksum(manifests));
    }

    @Test
    void namesTheDigestRatherThanTheTag() {
        String digest = "sha256:" + "0".repeat(64);

        Manifests pinned = Chart.render(Chart.OPERATOR, "image.digest=" + digest);

        assertThat(pinned.get("FlinkDeployment").at("/spec/image").asText())
                .isEqualTo("registry.example.com/brisket@" + digest);
    }

    private static String checksum(Manifests manifests) {
        return manifests
                .get("FlinkDeployment")
                .at("/spec/jobManager/podTemplate/metadata/annotations/checksum~1brisket")
                .asText();
    }
}

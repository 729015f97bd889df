package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Above 0.8 half more, below 0.3 at most 30 % fewer, never below 3 nor above 100: in both modes.
 */
final class ScalingRulesTest {
    private final JsonNode autoscaler = spec(Chart.render(Chart.STANDALONE));

    @ParameterizedTest
    @CsvSource({
        "10, 80, 10", // the threshold itself is no need
        "10, 81, 12", // as many as bring it back to 70 %
        "10, 200, 15", // but half more at most
        "90, 200, 100",
        "10, 30.1, 10",
        "10, 29.9, 7",
        "10, 1, 7", // 30 % fewer at most
        "4, 1, 3",
        "3, 1, 3",
        "3, 81, 4"
    })
    void standaloneModeFollowsTheRule(int replicas, double cpu, int next) {
        assertThat(new HorizontalScaling(autoscaler).next(replicas, cpu)).isEqualTo(next);
    }

    @Test
    void standaloneModeAimsAtItsTargetByTheContainersCpu() {
        JsonNode metric = autoscaler.at("/metrics/0/containerResource");

        assertThat(autoscaler.path("minReplicas").asInt()).isEqualTo(3);
        assertThat(autoscaler.path("maxReplicas").asInt()).isEqualTo(100);
        assertThat(metric.path("container").asText()).isEqualTo("flink-main-container");
        assertThat(metric.at("/target/averageUtilization").asInt()).isEqualTo(70);
    }

    @Test
    void standaloneModeChangesOneStepAtATime() {
        for (String direction : List.of("scaleUp", "scaleDown")) {
            assertThat(autoscaler.at("/behavior/" + direction + "/policies")).hasSize(1);
            // A period shorter than the cooldown of the job would add steps up unseen.
            assertThat(
                            autoscaler
                                    .at("/behavior/" + direction + "/policies/0/periodSeconds")
                                    .asInt())
                    .isGreaterThanOrEqualTo(120);
        }
    }

    @Test
    void olderKubernetesGetsNoFieldThatItDrops() {
        JsonNode older = spec(Chart.renderFor("1.34.0", Chart.STANDALONE));

        assertThat(older.at("/behavior/scaleUp").has("tolerance")).isFalse();
        assertThat(older.at("/behavior/scaleDown").has("tolerance")).isFalse();
        assertThat(new HorizontalScaling(older).next(10, 78)).isEqualTo(12);
    }

    @Test
    void thresholdsComeFromTheValues() {
        JsonNode wider =
                spec(
                        Chart.render(
                                Chart.STANDALONE,
                                "scaling.standalone.scaleUpAbovePercent=90",
                                "scaling.standalone.scaleDownBelowPercent=20"));

        assertThat(new HorizontalScaling(wider).next(10, 89)).isEqualTo(10);
        assertThat(new HorizontalScaling(wider).next(10, 21)).isEqualTo(10);
        assertThat(new HorizontalScaling(wider).next(10, 19)).isEqualTo(7);
    }

    @Test
    void operatorModeGivesTheRuleToFlinksAutoscaler() {
        Manifests manifests = Chart.render(Chart.OPERATOR);
        Map<String, String> options = manifests.flinkOptions();

        assertThat(options)
                .containsEntry("job.autoscaler.enabled", "true")
                .containsEntry("job.autoscaler.utilization.max", "0.8")
                .containsEntry("job.autoscaler.utilization.min", "0.3")
                .containsEntry("job.autoscaler.scale-up.max-factor", "0.5")
                .containsEntry("job.autoscaler.scale-down.max-factor", "0.3")
                .containsEntry("job.autoscaler.vertex.min-parallelism", "3")
                .containsEntry("job.autoscaler.vertex.max-parallelism", "100");
        assertThat(manifests.get("FlinkDeployment").at("/spec/job/parallelism").asInt())
                .isEqualTo(3);
    }

    private static JsonNode spec(Manifests manifests) {
        return manifests.get("HorizontalPodAutoscaler").path("spec");
    }
}

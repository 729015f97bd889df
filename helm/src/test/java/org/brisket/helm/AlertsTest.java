package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class AlertsTest {
    /** Names that Flink 2.3 was seen to export, and those of the job's own steps. */
    private static final Set<String> EXPORTED =
            Set.of(
                    "flink_jobmanager_numRunningJobs",
                    "flink_jobmanager_job_numRestarts",
                    "flink_jobmanager_job_numberOfFailedCheckpoints",
                    "flink_jobmanager_job_lastCheckpointCompletedTimestamp",
                    "flink_taskmanager_job_task_operator_chainTrackerDisagreements");

    private static final Pattern METRIC = Pattern.compile("flink_\\w+");

    @Test
    void alertsNameOnlyMetricsThatExist() {
        JsonNode rules =
                Chart.render(Chart.OPERATOR).get("PrometheusRule").at("/spec/groups/0/rules");

        assertThat(rules).isNotEmpty();
        for (JsonNode rule : rules) {
            assertThat(METRIC.matcher(rule.path("expr").asText()).results().map(MatchResult::group))
                    .isNotEmpty()
                    .isSubsetOf(EXPORTED);
        }
    }

    @Test
    void alertsLookAtThisReleaseOnly() {
        JsonNode rules =
                Chart.render(Chart.OPERATOR).get("PrometheusRule").at("/spec/groups/0/rules");

        assertThat(rules.findValuesAsText("expr"))
                .allMatch(expr -> expr.contains("{namespace=\"bsv\",pod=~\"overlay-brisket-.*\"}"));
    }

    @Test
    void metricsAreServedOnTheScrapedPort() {
        Manifests manifests = Chart.render(Chart.OPERATOR, "monitoring.port=9999");

        assertThat(manifests.flinkOptions()).containsEntry("metrics.reporter.prom.port", "9999");
        assertThat(manifests.pods())
                .allMatch(pod -> pod.at("/spec/containers/0/ports").toString().contains("9999"));
        assertThat(manifests.get("PodMonitor").at("/spec/podMetricsEndpoints/0/port").asText())
                .isEqualTo("metrics");
    }
}

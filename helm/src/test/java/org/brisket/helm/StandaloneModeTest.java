package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.flink.container.entrypoint.StandaloneApplicationClusterConfigurationParserFactory;
import org.junit.jupiter.api.Test;

final class StandaloneModeTest {
    private final Manifests manifests = Chart.render(Chart.STANDALONE);

    @Test
    void needsNoOperator() {
        assertThat(manifests.kinds())
                .contains("Deployment", "HorizontalPodAutoscaler", "Service")
                .doesNotContain("FlinkDeployment");
    }

    @Test
    void startsTheJobInTheJobManager() throws Exception {
        CommandLine parsed =
                new DefaultParser()
                        .parse(
                                new StandaloneApplicationClusterConfigurationParserFactory()
                                        .getOptions(),
                                jobManagerArguments(),
                                true);

        assertThat(parsed.getOptionValue("job-classname")).isEqualTo("org.brisket.job.cli.Brisket");
        assertThat(parsed.getOptionValue("fromSavepoint"))
                .isEqualTo("file:///opt/flink/state/savepoints/savepoint-1");
        assertThat(parsed.getOptionProperties("D"))
                .containsEntry("jobmanager.rpc.address", "$(POD_IP)");
        assertThat(parsed.getArgs())
                .containsExactly("run", "--config", "/etc/brisket/config/brisket.yaml");
    }

    @Test
    void givesEachGenerationAClusterOfItsOwn() {
        assertThat(manifests.flinkOptions())
                .containsEntry("kubernetes.cluster-id", "overlay-brisket-2")
                .containsEntry("high-availability.cluster-id", "overlay-brisket-2");
    }

    @Test
    void followsTheNumberOfTaskManagers() {
        assertThat(manifests.flinkOptions())
                .containsEntry("jobmanager.scheduler", "adaptive")
                .containsEntry("scheduler-mode", "REACTIVE");
        assertThat(manifests.get("Deployment", "taskmanager").at("/spec/replicas").isMissingNode())
                .isTrue();
    }

    @Test
    void staysAtItsMinimumWithoutScaling() {
        Manifests fixed = Chart.render(Chart.STANDALONE, "scaling.enabled=false");

        assertThat(fixed.has("HorizontalPodAutoscaler")).isFalse();
        assertThat(fixed.get("Deployment", "taskmanager").at("/spec/replicas").asInt())
                .isEqualTo(3);
    }

    private String[] jobManagerArguments() {
        JsonNode arguments =
                manifests
                        .get("Deployment", "jobmanager")
                        .at("/spec/template/spec/containers/0/args");
        List<String> texts =
                StreamSupport.stream(arguments.spliterator(), false).map(JsonNode::asText).toList();
        assertThat(texts.get(0)).isEqualTo("standalone-job");
        // What Flink's start script puts before them.
        return Stream.concat(Stream.of("--configDir", "/opt/flink/conf"), texts.stream().skip(1))
                .toArray(String[]::new);
    }
}

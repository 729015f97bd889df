package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

final class VerifierTest {
    private final Manifests manifests = Chart.render(Chart.STANDALONE);
    private final JsonNode pod = manifests.get("Deployment", "-verifier").at("/spec/template/spec");

    @Test
    void readsTheSameConfigurationAsTheJob() {
        JsonNode container = pod.at("/containers/0");

        assertThat(Chart.words(container.path("command")))
                .containsExactly("/opt/flink/bin/brisket", "verifier");
        assertThat(Chart.words(container.path("args")))
                .containsExactly(
                        "--config", "/etc/brisket/config/brisket.yaml", "--metrics-port", "9250");
        assertThat(container.at("/volumeMounts").findValuesAsText("mountPath"))
                .contains("/etc/brisket/config", "/etc/brisket/kafka/client");
    }

    @Test
    void mountsWhatItHasAndNothingOfTheJobsState() {
        assertThat(pod.at("/containers/0/volumeMounts").findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(volumes())
                .doesNotContain("state", "flink");
    }

    @Test
    void holdsNoRightAndNoKeyOfTheStore() {
        JsonNode withStore =
                Chart.render(Chart.OPERATOR, "verifier.enabled=true")
                        .get("Deployment", "-verifier")
                        .at("/spec/template/spec");

        assertThat(withStore.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(withStore.toString()).doesNotContain("object-store");
    }

    @Test
    void isScrapedLikeTheJob() {
        assertThat(pod.at("/containers/0/ports/0/name").asText())
                .isEqualTo(
                        manifests
                                .get("PodMonitor")
                                .at("/spec/podMetricsEndpoints/0/port")
                                .asText());
        assertThat(manifests.get("NetworkPolicy", "-ingress").toString()).contains("9250");
    }

    @Test
    void isAbsentUnlessAskedFor() {
        Manifests without = Chart.render(Chart.MINIMAL);

        assertThat(without.has("Deployment")).isFalse();
        assertThat(without.get("NetworkPolicy", "-ingress").toString()).doesNotContain("9250");
    }

    private List<String> volumes() {
        return StreamSupport.stream(pod.path("volumes").spliterator(), false)
                .map(volume -> volume.path("name").asText())
                .toList();
    }
}

package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class NetworkPolicyTest {

    @Test
    void onlyTheOperatorReachesRest() {
        JsonNode ingress = policy(Chart.render(Chart.MINIMAL), "-ingress").at("/spec/ingress");

        assertThat(ingress).hasSize(3);
        assertThat(ingress.get(1).toString()).contains("flink-operator", "8081");
        assertThat(ingress.get(2).toString()).contains("monitoring", "9249");
    }

    @Test
    void nobodyReachesRestInStandaloneMode() {
        assertThat(policy(Chart.render(Chart.STANDALONE), "-ingress").toString())
                .doesNotContain("8081");
    }

    @Test
    void dashboardIsOpenedToNamedNamespaces() {
        assertThat(
                        policy(Chart.render(Chart.OPERATOR), "-ingress")
                                .at("/spec/ingress/2")
                                .toString())
                .contains("\"kubernetes.io/metadata.name\":\"ingress\"", "8081");
    }

    @Test
    void egressNamesEveryPort() {
        JsonNode egress = policy(Chart.render(Chart.MINIMAL), "-egress").at("/spec/egress");

        assertThat(egress.findValuesAsText("port"))
                .containsExactly("53", "53", "443", "6443", "9092", "9093", "80", "443");
    }

    @Test
    void policiesSelectThePodsOfTheRelease() {
        for (Path values : new Path[] {Chart.OPERATOR, Chart.STANDALONE}) {
            Manifests manifests = Chart.render(values);
            manifests
                    .ofKind("NetworkPolicy")
                    .map(policy -> Chart.texts(policy.at("/spec/podSelector/matchLabels")))
                    .forEach(
                            labels ->
                                    assertThat(manifests.pods())
                                            .allMatch(
                                                    pod ->
                                                            Chart.texts(pod.at("/metadata/labels"))
                                                                    .entrySet()
                                                                    .containsAll(
                                                                            labels.entrySet())));
        }
    }

    private static JsonNode policy(Manifests manifests, String nameEnd) {
        return manifests.get("NetworkPolicy", nameEnd);
    }
}

package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
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
    void egressOpensThePortsOfEveryAddress() {
        assertThat(egressPorts(Chart.MINIMAL))
                .containsExactly("53", "53", "443", "6443", "9092", "8080", "3011", "443");
        assertThat(egressPorts(Chart.STANDALONE, "networkPolicy.extraPorts[0]=9094"))
                .containsExactly("53", "53", "443", "6443", "9093", "8080", "3011", "443", "9094");
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

    private static List<String> egressPorts(Path values, String... settings) {
        return policy(Chart.render(values, settings), "-egress")
                .at("/spec/egress")
                .findValuesAsText("port");
    }

    private static JsonNode policy(Manifests manifests, String nameEnd) {
        return manifests.get("NetworkPolicy", nameEnd);
    }
}

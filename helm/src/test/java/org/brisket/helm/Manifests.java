package org.brisket.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The objects of one release. */
record Manifests(List<JsonNode> all) {

    /** The one object of a kind whose name ends so. */
    JsonNode get(String kind, String nameEnd) {
        List<JsonNode> found =
                ofKind(kind)
                        .filter(object -> object.at("/metadata/name").asText().endsWith(nameEnd))
                        .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " objects " + kind + " " + nameEnd);
        }
        return found.get(0);
    }

    JsonNode get(String kind) {
        return get(kind, "");
    }

    boolean has(String kind) {
        return ofKind(kind).findAny().isPresent();
    }

    Stream<JsonNode> ofKind(String kind) {
        return all.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    List<String> kinds() {
        return all.stream().map(object -> object.path("kind").asText()).distinct().toList();
    }

    /** The text of brisket.yaml. */
    String brisketYaml() {
        return get("ConfigMap", "brisket").at("/data/brisket.yaml").asText();
    }

    /** Flink's options, from the FlinkDeployment or the standalone config.yaml. */
    Map<String, String> flinkOptions() {
        return Chart.texts(
                has("FlinkDeployment")
                        ? get("FlinkDeployment").at("/spec/flinkConfiguration")
                        : Chart.read(get("ConfigMap", "-flink").at("/data/config.yaml").asText()));
    }

    /** Every pod or template of pods, in either mode. */
    List<JsonNode> pods() {
        List<JsonNode> pods = new ArrayList<>();
        ofKind("FlinkDeployment")
                .forEach(
                        deployment -> {
                            pods.add(deployment.at("/spec/jobManager/podTemplate"));
                            pods.add(deployment.at("/spec/taskManager/podTemplate"));
                        });
        ofKind("Deployment").forEach(deployment -> pods.add(deployment.at("/spec/template")));
        ofKind("Pod").forEach(pods::add);
        return pods;
    }
}

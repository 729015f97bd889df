package org.brisket.helm;

import com.fasterxml.jackson.databind.JsonNode;

/** The check that belongs to an object's API. */
final class ManifestSchemas {

    private ManifestSchemas() {}

    static void check(JsonNode object) {
        String group = object.path("apiVersion").asText();
        if (group.startsWith("flink.apache.org/")) {
            FlinkDeploymentSchema.check(object);
        } else if (group.startsWith("monitoring.coreos.com/")) {
            MonitoringSchema.check(object);
        } else {
            KubernetesSchema.check(object);
        }
    }

    static AssertionError refused(JsonNode object, String reason) {
        return new AssertionError(
                "%s %s: %s"
                        .formatted(
                                object.path("kind").asText(),
                                object.at("/metadata/name").asText(),
                                reason));
    }
}

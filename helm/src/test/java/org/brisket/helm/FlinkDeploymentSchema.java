package org.brisket.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The Flink operator's own definition of a FlinkDeployment, made strict about unknown fields. */
final class FlinkDeploymentSchema {
    private static final String DEFINITION =
            "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";
    private static final JsonSchema SPEC =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(definition());

    private FlinkDeploymentSchema() {}

    static void check(JsonNode object) {
        Set<ValidationMessage> problems = SPEC.validate(object.path("spec"));
        if (!problems.isEmpty()) {
            throw ManifestSchemas.refused(object, problems.toString());
        }
    }

    private static JsonNode definition() {
        try (InputStream in = FlinkDeploymentSchema.class.getResourceAsStream(DEFINITION)) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            JsonNode schema = Chart.read(yaml).at("/spec/versions/0/schema/openAPIV3Schema");
            // The newest definition in Maven's registry is older than Flink 2.
            ((ArrayNode) schema.at("/properties/spec/properties/flinkVersion/enum"))
                    .add("v2_2")
                    .add("v2_3");
            JsonNode spec = schema.at("/properties/spec");
            makeStrict(spec);
            return spec;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void makeStrict(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean open = object.path("x-kubernetes-preserve-unknown-fields").asBoolean();
            if (object.path("properties").isObject() && object.path("type").isTextual() && !open) {
                object.put("additionalProperties", false);
            }
            if (object.path("x-kubernetes-int-or-string").asBoolean()) {
                object.removeAll();
            }
            object.remove("x-kubernetes-preserve-unknown-fields");
        }
        node.forEach(FlinkDeploymentSchema::makeStrict);
    }
}

package org.brisket.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.lang.reflect.Method;
import java.util.Map;

/** The Prometheus operator's kinds: what a class does not know it does not write back in place. */
final class MonitoringSchema {
    private static final ObjectMapper JACKSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Map<String, Class<?>> MODELS =
            Map.of("PodMonitor", PodMonitor.class, "PrometheusRule", PrometheusRule.class);

    private MonitoringSchema() {}

    static void check(JsonNode object) {
        try {
            Object model = JACKSON.treeToValue(object, MODELS.get(object.path("kind").asText()));
            refuseUnknown(object, model);
        } catch (JsonProcessingException refused) {
            throw ManifestSchemas.refused(object, refused.getMessage());
        }
    }

    /** Unknown fields gather in a model's additional properties. */
    private static void refuseUnknown(JsonNode object, Object model) {
        if (model instanceof Iterable<?> many) {
            many.forEach(each -> refuseUnknown(object, each));
            return;
        }
        if (model == null || !model.getClass().getName().startsWith("io.fabric8.")) {
            return;
        }
        for (Method getter : model.getClass().getMethods()) {
            if (!getter.getName().startsWith("get") || getter.getParameterCount() > 0) {
                continue;
            }
            Object value = call(getter, model);
            if (getter.getName().equals("getAdditionalProperties")) {
                if (!((Map<?, ?>) value).isEmpty()) {
                    throw ManifestSchemas.refused(object, "unknown: " + value);
                }
            } else {
                refuseUnknown(object, value);
            }
        }
    }

    private static Object call(Method getter, Object model) {
        try {
            return getter.invoke(model);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

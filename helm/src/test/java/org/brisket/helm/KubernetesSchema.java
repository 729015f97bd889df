package org.brisket.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;

/** Kubernetes' own kinds, by the classes that are generated from its API. */
final class KubernetesSchema {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    /**
     * Folders of quantities, which are read as numbers: 1Gi is written back as 1Gi, 0.5 as 500m.
     */
    private static final Set<String> QUANTITIES = Set.of("requests", "limits");

    private static final Set<String> QUANTITY_FIELDS = Set.of("sizeLimit", "tolerance");

    private KubernetesSchema() {}

    static void check(JsonNode object) {
        try {
            Class<?> model = modelOf(object);
            JsonElement given = JsonParser.parseString(object.toString());
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, given);
            JsonNode read =
                    JACKSON.readTree(JSON.getGson().toJson(JSON.getGson().fromJson(given, model)));
            compare("", object, read);
        } catch (InvocationTargetException refused) {
            throw ManifestSchemas.refused(object, refused.getCause().getMessage());
        } catch (ReflectiveOperationException | IOException unknown) {
            throw ManifestSchemas.refused(object, unknown.toString());
        }
    }

    /** What a class reads without complaint as something else shows in what it writes. */
    private static void compare(String path, JsonNode given, JsonNode read) {
        if (given.isObject()) {
            Assertions.assertThat(read.isObject()).as(path).isTrue();
            for (Map.Entry<String, JsonNode> field : given.properties()) {
                if (!isQuantity(path, field.getKey())) {
                    compare(
                            path + "/" + field.getKey(),
                            field.getValue(),
                            read.path(field.getKey()));
                }
            }
        } else if (given.isArray()) {
            Assertions.assertThat(read).as(path).hasSameSizeAs(given);
            for (int i = 0; i < given.size(); i++) {
                compare(path + "/" + i, given.get(i), read.get(i));
            }
        } else {
            Assertions.assertThat(read).as(path).isEqualTo(given);
        }
    }

    private static boolean isQuantity(String path, String field) {
        return QUANTITY_FIELDS.contains(field)
                || QUANTITIES.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    /** apps/v1 Deployment is V1Deployment. */
    private static Class<?> modelOf(JsonNode object) throws ClassNotFoundException {
        String apiVersion = object.path("apiVersion").asText();
        String version =
                apiVersion.substring(apiVersion.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        return Class.forName(
                "io.kubernetes.client.openapi.models." + version + object.path("kind").asText());
    }
}

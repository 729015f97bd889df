package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ValuesSchemaTest {
    private static final Path CONFIGURATION = Path.of("../docs/configuration.md");
    private static final Pattern KEY_ROW = Pattern.compile("(?m)^\\| (?:\\*\\*)?`([^`]+)`");

    @Test
    void allowsExactlyTheKeysOfTheConfiguration() throws IOException {
        Set<String> documented =
                KEY_ROW.matcher(Files.readString(CONFIGURATION))
                        .results()
                        .map(row -> row.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> allowed = new TreeSet<>();
        addKeys("", schema().at("/properties/brisket"), allowed);

        assertThat(allowed).isEqualTo(documented);
    }

    @Test
    void everySectionIsClosed() throws IOException {
        assertClosed("", schema());
    }

    private static void addKeys(String prefix, JsonNode section, Set<String> keys) {
        for (Map.Entry<String, JsonNode> property : section.path("properties").properties()) {
            String key = prefix + property.getKey();
            keys.add(key);
            addKeys(key + ".", property.getValue(), keys);
            addKeys(key + "[].", property.getValue().path("items"), keys);
        }
    }

    private static void assertClosed(String path, JsonNode section) {
        if (section.path("properties").isObject() && section.path("type").isTextual()) {
            assertThat(section.path("additionalProperties").asBoolean(true)).as(path).isFalse();
        }
        for (Map.Entry<String, JsonNode> property : section.path("properties").properties()) {
            assertClosed(path + "/" + property.getKey(), property.getValue());
        }
    }

    private static JsonNode schema() throws IOException {
        return Chart.read(Files.readString(Chart.FOLDER.resolve("values.schema.json")));
    }
}

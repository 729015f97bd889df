package org.brisket.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The chart and what Helm makes of it. */
final class Chart {
    static final Path FOLDER = Path.of("brisket");
    static final Path MINIMAL = ci("minimal");
    static final Path OPERATOR = ci("operator");
    static final Path STANDALONE = ci("standalone");

    private static final String KUBERNETES = "1.35.0";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Chart() {}

    private static Path ci(String name) {
        return FOLDER.resolve("ci").resolve(name + "-values.yaml");
    }

    /** The manifests of a release named overlay in the namespace bsv. */
    static Manifests render(Path values, String... settings) {
        return render(FOLDER, values, settings);
    }

    static Manifests render(Path folder, Path values, String... settings) {
        return render(KUBERNETES, folder, values, settings);
    }

    /** As {@link #render(Path, String...)}, for another version of Kubernetes. */
    static Manifests renderFor(String kubernetes, Path values, String... settings) {
        return render(kubernetes, FOLDER, values, settings);
    }

    private static Manifests render(
            String kubernetes, Path folder, Path values, String... settings) {
        TemplateCommand template =
                new Helm(folder)
                        .template()
                        .withName("overlay")
                        .withNamespace("bsv")
                        .withKubeVersion(kubernetes)
                        .withValuesFile(values.toAbsolutePath());
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            template.set(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new Manifests(readAll(template.call()));
    }

    /** A copy of the chart whose test hooks are rendered as if they were common objects. */
    static Path withoutHooks(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(FOLDER.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy, Files.readString(file).replace("helm.sh/hook:", "example.com/hook:"));
            }
        }
        return folder;
    }

    static JsonNode read(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    static Map<String, String> texts(JsonNode object) {
        return YAML.convertValue(
                object,
                YAML.getTypeFactory().constructMapType(Map.class, String.class, String.class));
    }

    static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static List<JsonNode> readAll(String yaml) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return documents.readAll().stream().filter(JsonNode::isObject).toList();
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}

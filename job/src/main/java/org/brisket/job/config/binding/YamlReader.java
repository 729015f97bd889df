package org.brisket.job.config.binding;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads YAML into {@link ConfigNode}s and reports every key that is given twice. */
final class YamlReader {
    private static final YAMLFactory FACTORY =
            YAMLFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build();

    private final YAMLParser parser;
    private final Problems root;

    private YamlReader(YAMLParser parser, Problems root) {
        this.parser = parser;
        this.root = root;
    }

    /** Reads one YAML document; text that is no YAML is a problem and reads as empty. */
    static ConfigNode read(String yaml, Problems problems) {
        try (YAMLParser parser = FACTORY.createParser(yaml)) {
            return new YamlReader(parser, problems).document();
        } catch (JsonProcessingException notYaml) {
            problems.addHere(syntaxError(notYaml));
            return new ConfigNode.Empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }

    private ConfigNode document() throws IOException {
        if (parser.nextToken() == null) {
            return new ConfigNode.Empty();
        }
        ConfigNode node = node(root);
        if (parser.nextToken() != null) {
            root.addHere("line " + line() + ": holds a second YAML document, must be one");
        }
        return node;
    }

    private ConfigNode node(Problems problems) throws IOException {
        if (parser.isCurrentAlias()) {
            problems.addHere("is a YAML alias (line " + line() + "), must be written out");
            return new ConfigNode.Empty();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(problems);
            case START_ARRAY -> sequence(problems);
            case VALUE_NULL -> new ConfigNode.Empty();
            default -> scalar(parser.getText().strip());
        };
    }

    private static ConfigNode scalar(String text) {
        return text.isEmpty() ? new ConfigNode.Empty() : new ConfigNode.Scalar(text);
    }

    private ConfigNode mapping(Problems problems) throws IOException {
        Map<String, ConfigNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = line();
            parser.nextToken();
            ConfigNode value = node(problems.at(key));
            if (entries.putIfAbsent(key, value) != null) {
                problems.add(key, "is given again in line " + line + ", must be given once");
            }
        }
        return new ConfigNode.Mapping(entries);
    }

    private ConfigNode sequence(Problems problems) throws IOException {
        List<ConfigNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(problems.at(items.size())));
        }
        return new ConfigNode.Sequence(items);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The parser's first line only: the others quote the file, and a file may hold secrets. */
    private static String syntaxError(JsonProcessingException error) {
        JsonLocation location = error.getLocation();
        String reason = error.getOriginalMessage().lines().findFirst().orElse("unreadable");
        String line = location == null ? "" : "line " + location.getLineNr() + ": ";
        return line + "not valid YAML (" + reason + ")";
    }
}

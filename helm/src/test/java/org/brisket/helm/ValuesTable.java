package org.brisket.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values with their comments, as a table in Markdown. */
final class ValuesTable {
    private static final int INDENT = 2;

    private final Map<String, String> comments = new HashMap<>();
    private final List<String> uncommented = new ArrayList<>();
    private final StringBuilder table =
            new StringBuilder("| value | default | when to change it |\n|---|---|---|\n");

    private ValuesTable() {}

    /** Reads a values file whose keys stand one to a line, each below its comment. */
    static ValuesTable of(String yaml) {
        ValuesTable values = new ValuesTable();
        values.readComments(yaml);
        values.addRows("", Chart.read(yaml));
        return values;
    }

    String markdown() {
        return table.toString();
    }

    /** Values that no comment explains. */
    List<String> uncommented() {
        return uncommented;
    }

    private void readComments(String yaml) {
        List<String> path = new ArrayList<>();
        List<String> comment = new ArrayList<>();
        for (String line : yaml.split("\n")) {
            String text = line.strip();
            if (text.startsWith("#")) {
                comment.add(text.substring(1).strip());
            } else if (text.isEmpty()) {
                comment.clear();
            } else {
                int depth = (line.length() - line.stripLeading().length()) / INDENT;
                path.subList(depth, path.size()).clear();
                path.add(text.substring(0, text.indexOf(':')));
                comments.put(String.join(".", path), String.join(" ", comment));
                comment.clear();
            }
        }
    }

    private void addRows(String prefix, JsonNode section) {
        for (Map.Entry<String, JsonNode> entry : section.properties()) {
            String key = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            boolean subsection = isSubsection(key, value);
            String comment = comments.getOrDefault(key, "");
            if (comment.isEmpty() && !subsection) {
                uncommented.add(key);
            }
            if (subsection && !comment.isEmpty()) {
                table.append("| **`%s`** |  | %s |\n".formatted(key, comment));
            } else if (!subsection) {
                table.append("| `%s` | `%s` | %s |\n".formatted(key, value, comment));
            }
            if (subsection) {
                addRows(key + ".", value);
            }
        }
    }

    /** An object whose keys are explained one by one; others are values as a whole. */
    private boolean isSubsection(String key, JsonNode value) {
        if (!value.isObject() || value.isEmpty()) {
            return false;
        }
        String first = key + "." + value.fieldNames().next();
        boolean nested = value.properties().iterator().next().getValue().isObject();
        return nested || !comments.getOrDefault(first, "").isEmpty();
    }
}

package org.brisket.job.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.StringJoiner;

/**
 * A result record as one line for the eye: status, submission, transaction, and whatever else it
 * says.
 */
final class ResultLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ResultLine() {}

    /** The line of a result; text that is no JSON object comes back as it is. */
    static String of(String value) {
        try {
            JsonNode result = JSON.readTree(value);
            return printable(result.isObject() ? line(result) : value);
        } catch (JsonProcessingException notJson) {
            return printable(value);
        }
    }

    /**
     * One line without control characters: a submission may have brought them to steer terminals.
     */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static String line(JsonNode result) {
        StringJoiner line = new StringJoiner("  ");
        line.add("%-12s".formatted(result.path("status").asText("?")));
        line.add(result.path("submissionId").asText("?"));
        for (String name : new String[] {"txid", "reason", "detail"}) {
            String text = result.path(name).asText("");
            if (!text.isEmpty()) {
                line.add(text);
            }
        }
        result.path("steak")
                .properties()
                .forEach(topic -> line.add(topic.getKey() + " " + outputs(topic.getValue())));
        return line.toString();
    }

    /** The admitted outputs' indices, {@code [0,2]}. */
    private static String outputs(JsonNode instructions) {
        return instructions.path("outputsToAdmit").toString();
    }
}

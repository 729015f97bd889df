package org.brisket.job.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the answers of ledgers and trackers have in common, for the eye. */
final class InspectLines {
    private InspectLines() {}

    /** Which ledger answered, and when by its own count. */
    static String place(JsonNode answer) {
        long sequence = answer.path("sequence").asLong();
        String ledger = answer.path("ledger").asText();
        return sequence == 0
                ? ledger + " has never changed; is the name right?"
                : ledger + " after change " + sequence;
    }

    /** What the tracker knows, a few lines. */
    static List<String> tracked(String subject, JsonNode tracker) {
        List<String> lines = new ArrayList<>();
        if (!tracker.has("phase")) {
            lines.add(subject + ": no submission of its transaction was decided");
            return lines;
        }
        String block =
                tracker.has("blockHeight")
                        ? " in block " + tracker.path("blockHeight").asText()
                        : "";
        lines.add(subject + ": " + tracker.path("phase").asText() + block);
        JsonNode undone = tracker.path("rolledBackFor");
        if (!undone.isMissingNode()) {
            lines.add(
                    "undone for "
                            + undone.path("reason").asText()
                            + ": "
                            + undone.path("detail").asText());
        }
        for (JsonNode endpoint : tracker.path("endpoints")) {
            lines.add(
                    endpoint.path("endpoint").asText()
                            + " said "
                            + endpoint.path("answer").asText()
                            + " "
                            + endpoint.path("status").asText());
        }
        return lines;
    }

    /** What the tracker knows, and below it a table of what each ledger holds, if any does. */
    static List<String> everywhere(
            String subject,
            Replies replies,
            List<String> columns,
            Function<JsonNode, List<String>> cells) {
        List<String> lines = new ArrayList<>(tracked(subject, replies.tracker()));
        if (replies.ledgers().isEmpty()) {
            return lines;
        }
        List<String> all = new ArrayList<>(List.of("LEDGER", "CHANGES", "STAGE", "ADMITTED"));
        all.addAll(columns);
        TextTable table = new TextTable(all.toArray(String[]::new));
        for (JsonNode answer : replies.ledgers()) {
            List<String> row =
                    Stream.of("ledger", "sequence", "stage", "admittedBy")
                            .map(field -> answer.path(field).asText())
                            .collect(Collectors.toCollection(ArrayList::new));
            row.addAll(cells.apply(answer));
            table.row(row.toArray(String[]::new));
        }
        lines.addAll(table.lines());
        return lines;
    }
}

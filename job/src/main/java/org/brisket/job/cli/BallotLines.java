package org.brisket.job.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The votes on a submission that is undecided, for the eye. */
final class BallotLines {
    private BallotLines() {}

    static List<String> of(JsonNode submission) {
        List<String> lines = new ArrayList<>();
        JsonNode votes = submission.path("votes");
        int ledgers = submission.path("ledgers").asInt();
        lines.add(
                "submission %s is undecided: %d of %d ledgers voted%s"
                        .formatted(
                                submission.path("submissionId").asText(),
                                votes.size(),
                                ledgers,
                                submission.path("together").asBoolean()
                                        ? ", which decide together"
                                        : ""));
        if (submission.has("undoneParent")) {
            lines.add("  stands on " + submission.path("undoneParent").asText() + ", undone");
        }
        for (Map.Entry<String, JsonNode> vote : votes.properties()) {
            lines.add("  " + vote.getKey() + " says " + said(vote.getValue()));
        }
        submission
                .path("awaited")
                .forEach(ledger -> lines.add("  " + ledger.asText() + " is awaited"));
        return lines;
    }

    private static String said(JsonNode vote) {
        return vote.path("vote").asText().equals("yes")
                ? "yes"
                : "no, " + vote.path("reason").asText() + ": " + vote.path("detail").asText();
    }
}

package org.brisket.job.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The answers to one query, as they come: one, or one of the tracker and then of ledgers. */
final class Replies {
    private final List<JsonNode> ledgers = new ArrayList<>();
    private JsonNode tracker;
    private String error;

    void add(JsonNode answer) {
        if (answer.has("error")) {
            error = answer.path("error").asText();
        } else if (answer.has("answersToCome")) {
            tracker = answer;
        } else {
            ledgers.add(answer);
        }
    }

    /** Whether nothing more will come; only the tracker knows how many there are. */
    boolean isComplete(boolean withTracker) {
        if (error != null) {
            return true;
        }
        return withTracker
                ? tracker != null && ledgers.size() >= tracker.path("answersToCome").asInt()
                : !ledgers.isEmpty();
    }

    Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /** What was heard so far, for a message. */
    String describe() {
        if (tracker == null) {
            return ledgers.isEmpty() ? "no answer" : ledgers.size() + " answers of ledgers";
        }
        return "%d of %d answers of ledgers"
                .formatted(ledgers.size(), tracker.path("answersToCome").asInt());
    }

    JsonNode tracker() {
        return tracker;
    }

    /** The answer of the only ledger that was asked. */
    JsonNode only() {
        return ledgers.get(0);
    }

    /** The answers of ledgers by their names, so that a second look shows the same. */
    List<JsonNode> ledgers() {
        return ledgers.stream()
                .sorted(Comparator.comparing(answer -> answer.path("ledger").asText()))
                .toList();
    }

    List<JsonNode> all() {
        List<JsonNode> all = new ArrayList<>();
        Optional.ofNullable(tracker).ifPresent(all::add);
        all.addAll(ledgers());
        return all;
    }
}

package org.brisket.job.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answers to one query, as they come: one, or one of the tracker and then of ledgers; and one
 * of the coordinator if the query is about a transaction.
 */
final class Replies {
    private final List<JsonNode> ledgers = new ArrayList<>();
    private JsonNode tracker;
    private JsonNode coordinator;
    private String error;

    void add(JsonNode answer) {
        if (answer.has("error")) {
            error = answer.path("error").asText();
        } else if (answer.has("answersToCome")) {
            tracker = answer;
        } else if (answer.has("submissions")) {
            coordinator = answer;
        } else {
            ledgers.add(answer);
        }
    }

    /** Whether nothing more will come; only the tracker knows how many ledgers there are. */
    boolean isComplete(String query) {
        if (error != null) {
            return true;
        }
        return switch (query) {
            case "transaction" -> coordinator != null && isTracked();
            case "outpoint" -> isTracked();
            default -> !ledgers.isEmpty();
        };
    }

    private boolean isTracked() {
        return tracker != null && ledgers.size() >= tracker.path("answersToCome").asInt();
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

    /** The submissions that are undecided; none if nobody asked for them. */
    List<JsonNode> undecided() {
        List<JsonNode> undecided = new ArrayList<>();
        if (coordinator != null) {
            coordinator.path("submissions").forEach(undecided::add);
        }
        return undecided;
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
        Optional.ofNullable(coordinator).ifPresent(all::add);
        all.addAll(ledgers());
        return all;
    }
}

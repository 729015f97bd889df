package org.brisket.job.e2e.atomic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** A result: whether it admits, and why not, in codes of the ledgers that refused. */
record Answer(boolean admitted, Set<String> reasons, String text) {
    private static final Set<String> PASSING =
            Set.of(
                    "COIN_CONTESTED",
                    "PARENT_UNDECIDED",
                    "PARENT_ROLLED_BACK",
                    "CHAIN_TRACKER_UNAVAILABLE");

    static Answer of(JsonNode result) {
        boolean admitted = result.path("status").asText().equals("admitted");
        Set<String> reasons = new TreeSet<>();
        if (!admitted) {
            result.path("refusedBy").forEach(no -> reasons.add(no.path("reason").asText()));
            if (reasons.isEmpty()) {
                reasons.add(result.path("reason").asText());
            }
        }
        return new Answer(admitted, reasons, admitted ? "" : result.toString());
    }

    /** Whether the same bytes are worth another try: nobody refused them for good. */
    boolean isPassing() {
        return !admitted && PASSING.containsAll(reasons);
    }
}

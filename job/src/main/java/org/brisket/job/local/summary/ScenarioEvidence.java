package org.brisket.job.local.summary;

import org.brisket.simulator.http.CallbackCounts;
import org.brisket.simulator.scenario.ScenarioProgress;

/** How far a scenario got, and what became of callbacks meanwhile. */
public record ScenarioEvidence(ScenarioProgress progress, CallbackCounts callbacks) {
    String callbackLine() {
        return Check.text(
                "  callbacks: %,d due, of them %,d lost, %,d doubled, %,d late; %,d forged besides",
                callbacks.due(),
                callbacks.lost(),
                callbacks.duplicated(),
                callbacks.reordered(),
                callbacks.forged());
    }
}

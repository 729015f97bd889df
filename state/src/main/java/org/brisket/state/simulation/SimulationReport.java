package org.brisket.state.simulation;

import java.util.Optional;

/**
 * What a run came to. The fingerprint covers every event and what it did; two runs of one seed have
 * the same one.
 */
public record SimulationReport(
        long seed,
        int events,
        int submissions,
        int admissions,
        int rollbacks,
        int crashes,
        long fingerprint,
        Optional<Violation> violation) {

    public boolean isClean() {
        return violation.isEmpty();
    }

    @Override
    public String toString() {
        String outcome =
                violation
                        .map(
                                v ->
                                        v.guarantee()
                                                + " broken at event "
                                                + v.event()
                                                + ": "
                                                + v.detail())
                        .orElse("clean");
        return "seed %d: %s (%d events, %d submissions, %d admissions, %d rollbacks, %d crashes)"
                .formatted(seed, outcome, events, submissions, admissions, rollbacks, crashes);
    }
}

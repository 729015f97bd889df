package org.brisket.simulator.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How far a scenario has got.
 *
 * @param ran the steps that ran, in order
 * @param steps how many there are
 * @param next the step that is waited for
 * @param acting whether something is going on that ends by itself, such as an outage of 20 s
 * @param over whether every step ran and what was to end has ended
 */
public record ScenarioProgress(
        String name,
        List<StepRun> ran,
        int steps,
        Optional<String> next,
        boolean acting,
        boolean over) {
    public ScenarioProgress {
        ran = List.copyOf(ran);
    }

    /** A step that ran: its number from 1 on, when, and what came of it. */
    public record StepRun(int number, Duration at, String text) {}

    /** Where it stands, in a line. */
    public String line() {
        String last =
                ran.isEmpty()
                        ? "nothing yet"
                        : "at %d s %s"
                                .formatted(
                                        ran.get(ran.size() - 1).at().toSeconds(),
                                        ran.get(ran.size() - 1).text());
        String then = next.map(step -> "; next " + step).orElse("");
        return "step %d of %d, %s%s".formatted(ran.size(), steps, last, then);
    }
}

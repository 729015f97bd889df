package org.brisket.simulator.scenario;

import java.time.Duration;
import java.util.Optional;

/** Something that a scenario does to the network. */
public interface Action {
    /**
     * Does it.
     *
     * @return what came of it; empty if it cannot be done yet and nothing was done
     */
    Optional<Outcome> start(Stage stage);

    /** After how long it is undone; empty if it stays, or is nothing that could be undone. */
    default Optional<Duration> lasting() {
        return Optional.empty();
    }

    /** What it does, in a few words. */
    String describe();

    /**
     * What came of an action: the figures, empty if there are none, and how to undo it.
     *
     * @param undo does nothing where nothing can be undone
     */
    record Outcome(String figures, Runnable undo) {
        static Optional<Outcome> of(String figures) {
            return Optional.of(new Outcome(figures, () -> {}));
        }

        static Optional<Outcome> until(Runnable undo) {
            return Optional.of(new Outcome("", undo));
        }
    }
}

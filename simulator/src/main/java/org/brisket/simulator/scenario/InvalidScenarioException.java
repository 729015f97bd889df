package org.brisket.simulator.scenario;

import java.util.List;

/** A scenario that cannot be carried out, with everything that is wrong with it. */
public final class InvalidScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    InvalidScenarioException(String name, List<String> problems) {
        super(
                "scenario %s has %d problem%s: %s"
                        .formatted(
                                name,
                                problems.size(),
                                problems.size() == 1 ? "" : "s",
                                String.join("; ", problems)));
        this.problems = List.copyOf(problems);
    }

    /** One line for each problem, {@code where: what is found, what must be}; never empty. */
    public List<String> problems() {
        return problems;
    }
}

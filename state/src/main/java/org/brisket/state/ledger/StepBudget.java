package org.brisket.state.ledger;

/**
 * How much of its backlog a ledger works off in one step: proposals that are looked at again, and
 * coins that are forgotten.
 */
public record StepBudget(int proposals, int coins) {
    public static final StepBudget DEFAULT = new StepBudget(100, 1_000);

    public StepBudget {
        if (proposals < 1 || coins < 1) {
            throw new IllegalArgumentException(
                    "a step of %d proposals and %d coins gets nowhere".formatted(proposals, coins));
        }
    }
}

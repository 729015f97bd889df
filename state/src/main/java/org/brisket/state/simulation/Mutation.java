package org.brisket.state.simulation;

/**
 * A deliberate defect, injected around the stores, rules and messages of a simulated job. The
 * checks of the simulation must find each of them; else they would find nothing.
 */
public enum Mutation {
    /** Some results are never written. */
    LOST_RESULT(Guarantee.G1),
    /** Some ledgers never hear that a transaction was committed. */
    PARTIAL_COMMIT(Guarantee.G2),
    /** A spent coin looks unspent. */
    SPENT_CHECK_SKIPPED(Guarantee.G4),
    /** Nobody hears of the transactions that stand on an undone one. */
    DEPENDANTS_FORGOTTEN(Guarantee.G5),
    /** The rules answer differently when they are asked again. */
    NONDETERMINISTIC_ANSWER(Guarantee.G6),
    /** A transaction that is held already looks new. */
    REPEAT_APPLIED_TWICE(Guarantee.G7),
    /** Some ledgers are never called again to go on with what they put off. */
    LOST_WAKE_UP(Guarantee.G1),
    /** Some lines of parked proposals lose their first one. */
    PARKED_FORGOTTEN(Guarantee.G1),
    /** Nobody asks the network again what became of a transaction. */
    LOST_QUESTION(Guarantee.G5),
    /** A ledger works its backlog off at once, however long it is. */
    ENDLESS_STEP(Guarantee.G8),
    /** A basket takes transactions that carry on more than they took. */
    OVERDRAFT_ADMITTED(Guarantee.CONSERVATION),
    /** New coins of a basket are worth more than their outputs say. */
    AMOUNT_INFLATED(Guarantee.CONSERVATION);

    private final Guarantee breaks;

    Mutation(Guarantee breaks) {
        this.breaks = breaks;
    }

    /** The guarantee that the defect breaks. */
    public Guarantee breaks() {
        return breaks;
    }
}

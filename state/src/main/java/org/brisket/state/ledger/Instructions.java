package org.brisket.state.ledger;

import java.util.List;

/**
 * What a ledger does with a transaction it takes, in the terms of BRC-22: the outputs that it
 * admits, and the inputs whose coins it retains or removes. All indices ascend.
 */
public record Instructions(
        List<Integer> outputsToAdmit, List<Integer> coinsToRetain, List<Integer> coinsRemoved) {
    /**
     * The most coins that one transaction may admit and spend in one ledger. It bounds what a step
     * costs that applies, commits or undoes the transaction.
     */
    public static final int MAX_COINS = 10_000;

    public static final Instructions NONE = new Instructions(List.of(), List.of(), List.of());

    public Instructions {
        outputsToAdmit = List.copyOf(outputsToAdmit);
        coinsToRetain = List.copyOf(coinsToRetain);
        coinsRemoved = List.copyOf(coinsRemoved);
    }

    /** How many coins it admits and spends. */
    int coins() {
        return outputsToAdmit.size() + coinsToRetain.size() + coinsRemoved.size();
    }

    public boolean isEmpty() {
        return outputsToAdmit.isEmpty() && coinsToRetain.isEmpty() && coinsRemoved.isEmpty();
    }
}

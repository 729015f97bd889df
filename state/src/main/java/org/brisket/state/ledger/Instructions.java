package org.brisket.state.ledger;

import java.util.List;

/**
 * What a ledger does with a transaction it takes, in the terms of BRC-22: the outputs that it
 * admits, and the inputs whose coins it retains or removes. All indices ascend.
 */
public record Instructions(
        List<Integer> outputsToAdmit, List<Integer> coinsToRetain, List<Integer> coinsRemoved) {
    public static final Instructions NONE = new Instructions(List.of(), List.of(), List.of());

    public Instructions {
        outputsToAdmit = List.copyOf(outputsToAdmit);
        coinsToRetain = List.copyOf(coinsToRetain);
        coinsRemoved = List.copyOf(coinsRemoved);
    }

    public boolean isEmpty() {
        return outputsToAdmit.isEmpty() && coinsToRetain.isEmpty() && coinsRemoved.isEmpty();
    }
}

package org.brisket.protocol.overlay;

import java.util.List;

/**
 * A topic manager's answer: indices of outputs to admit and, among the previous coins, indices of
 * inputs whose coins are to be retained as history. Both ascending, without repetition.
 */
public record AdmittanceInstructions(List<Integer> outputsToAdmit, List<Integer> coinsToRetain) {
    public static final AdmittanceInstructions NOTHING =
            new AdmittanceInstructions(List.of(), List.of());

    public AdmittanceInstructions {
        outputsToAdmit = ascending(outputsToAdmit);
        coinsToRetain = ascending(coinsToRetain);
    }

    /** Most managers go through a transaction in order: then there is nothing to sort. */
    private static List<Integer> ascending(List<Integer> indices) {
        for (int i = 1; i < indices.size(); i++) {
            if (indices.get(i - 1) >= indices.get(i)) {
                return indices.stream().distinct().sorted().toList();
            }
        }
        return List.copyOf(indices);
    }

    public static AdmittanceInstructions admit(List<Integer> outputs) {
        return new AdmittanceInstructions(outputs, List.of());
    }

    /** True if every index exists and only previous coins are retained. */
    public boolean fits(TopicTransaction transaction) {
        int outputs = transaction.extended().transaction().outputCount();
        return outputsToAdmit.stream().allMatch(index -> index >= 0 && index < outputs)
                && transaction.previousCoins().containsAll(coinsToRetain);
    }
}

package org.brisket.protocol.overlay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a transaction does to one basket ledger.
 *
 * @param admitted outputs that become coins, by ascending output
 * @param moved live inputs whose content goes on in an admitted output; they stay as history
 * @param consumed live inputs whose content has left the ledger for good
 */
public record BasketInstructions(
        List<BasketCoin> admitted, List<Integer> moved, List<Integer> consumed) {
    /** The transaction leaves the ledger as it is. */
    public static final BasketInstructions NOTHING =
            new BasketInstructions(List.of(), List.of(), List.of());

    public BasketInstructions {
        admitted = admitted.stream().sorted(Comparator.comparingInt(BasketCoin::output)).toList();
        moved = moved.stream().sorted().toList();
        consumed = consumed.stream().sorted().toList();
    }

    /** What the live inputs held goes on in the admitted outputs. */
    public static BasketInstructions moving(List<BasketCoin> admitted, List<Integer> liveInputs) {
        return new BasketInstructions(admitted, liveInputs, List.of());
    }

    /** What the live inputs held has left the ledger. */
    public static BasketInstructions consuming(List<Integer> liveInputs) {
        return new BasketInstructions(List.of(), List.of(), liveInputs);
    }

    public boolean isEmpty() {
        return admitted.isEmpty() && moved.isEmpty() && consumed.isEmpty();
    }

    /**
     * True if every output exists and is admitted once, and every live input, and no other, is
     * either moved or consumed.
     */
    public boolean fits(BasketTransaction transaction) {
        int outputs = transaction.extended().transaction().outputCount();
        Set<Integer> distinct = new HashSet<>();
        boolean outputsFit =
                admitted.stream()
                        .allMatch(coin -> coin.output() < outputs && distinct.add(coin.output()));
        List<Integer> taken = new ArrayList<>(moved);
        taken.addAll(consumed);
        taken.sort(Comparator.naturalOrder());
        return outputsFit && taken.equals(transaction.liveInputs());
    }
}

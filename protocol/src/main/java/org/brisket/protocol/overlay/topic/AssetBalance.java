package org.brisket.protocol.overlay.topic;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.token.AmountTotal;
import org.brisket.protocol.token.FungibleCoin;

/** What a transaction spends of one asset, and how much of that its outputs keep so far. */
final class AssetBalance {
    private final FungibleCoin first;
    private final List<Integer> inputs = new ArrayList<>();
    private final AmountTotal spent = new AmountTotal();
    private final AmountTotal kept = new AmountTotal();

    AssetBalance(FungibleCoin first) {
        this.first = first;
    }

    void spend(FungibleCoin coin) {
        inputs.add(coin.index());
        spent.add(coin.amount());
    }

    /** What is refused counts as kept all the same, as it does everywhere (BTMS). */
    boolean keep(FungibleCoin output) {
        kept.add(output.amount());
        return spent.isExact()
                && kept.isExact()
                && kept.value() <= spent.value()
                && output.metadata().equals(first.metadata());
    }

    /** The inputs that spend the asset, ascending; none when asked again. */
    List<Integer> takeInputs() {
        List<Integer> taken = List.copyOf(inputs);
        inputs.clear();
        return taken;
    }
}

package org.brisket.state.ledger;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.overlay.BasketCoin;

/**
 * What a coin of a basket is worth.
 *
 * @param asset what it is an amount of
 * @param amount above zero, in the asset's smallest unit
 * @param owner the key that can spend it, 33 bytes; its manager has checked that it is one
 * @param attributes what else readers of the basket want to know, by name
 */
public record CoinContent(
        String asset, long amount, ByteSlice owner, SortedMap<String, String> attributes) {
    public CoinContent {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        if (amount < 1) {
            throw new IllegalStateException("a coin of " + amount + " of the asset " + asset);
        }
    }

    static CoinContent of(BasketCoin coin) {
        // The owner may be a view of the whole transaction, which a coin must not keep alive.
        ByteSlice owner = ByteSlice.of(coin.owner().bytes().toByteArray());
        return new CoinContent(coin.asset(), coin.amount(), owner, coin.attributes());
    }
}

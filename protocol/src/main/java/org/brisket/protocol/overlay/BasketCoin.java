package org.brisket.protocol.overlay;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.brisket.protocol.key.PublicKey;

/**
 * An output that becomes a coin of a basket.
 *
 * @param output its index
 * @param asset what it is an amount of, 1 to 200 characters
 * @param amount above zero, in the asset's smallest unit
 * @param owner the key that can spend it
 * @param attributes what else readers of the basket want to know, by name; at most 16
 */
public record BasketCoin(
        int output,
        String asset,
        long amount,
        PublicKey owner,
        SortedMap<String, String> attributes) {
    private static final int LONGEST_ASSET = 200;
    private static final int MOST_ATTRIBUTES = 16;

    public BasketCoin {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        if (output < 0 || amount < 1 || asset.isEmpty() || asset.length() > LONGEST_ASSET) {
            throw new IllegalStateException(
                    "output " + output + " as " + amount + " of the asset " + asset);
        }
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw new IllegalStateException(attributes.size() + " attributes of a coin");
        }
    }

    public static BasketCoin of(int output, String asset, long amount, PublicKey owner) {
        return new BasketCoin(output, asset, amount, owner, new TreeMap<>());
    }

    /** The same with these attributes. */
    public BasketCoin with(Map<String, String> added) {
        return new BasketCoin(output, asset, amount, owner, new TreeMap<>(added));
    }
}

package org.brisket.bench.forge;

import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.Transaction;

/** A transaction in a block, with the path that proves it. */
public record Mined(Transaction transaction, MerklePath path) {

    public Coin coin(int output) {
        return Coin.of(transaction, output);
    }
}

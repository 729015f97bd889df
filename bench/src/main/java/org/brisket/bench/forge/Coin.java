package org.brisket.bench.forge;

import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionOutput;

/** One output of a transaction, ready to be spent. */
public record Coin(Outpoint outpoint, TransactionOutput output) {

    public static Coin of(Transaction transaction, int output) {
        return new Coin(new Outpoint(transaction.txid(), output), transaction.output(output));
    }

    public long satoshis() {
        return output.satoshis();
    }
}

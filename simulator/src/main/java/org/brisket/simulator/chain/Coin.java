package org.brisket.simulator.chain;

import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionOutput;

/** An output that can be spent: the transaction that made it and the index there. */
public record Coin(Transaction source, int index) {
    public Outpoint outpoint() {
        return new Outpoint(source.txid(), index);
    }

    public TransactionOutput output() {
        return source.output(index);
    }

    public long satoshis() {
        return source.satoshis(index);
    }
}

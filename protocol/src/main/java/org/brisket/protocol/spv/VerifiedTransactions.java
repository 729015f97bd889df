package org.brisket.protocol.spv;

import java.util.OptionalLong;
import org.brisket.protocol.hash.Txid;

/**
 * Remembers whose scripts are verified: a txid fixes the transaction and what it spends, so that
 * they need no second look. It may forget at any time. It keeps the cost beside, because a
 * remembered transaction must count as much as a new one: the verdict may not depend on memory.
 */
public interface VerifiedTransactions {
    /** Remembers nothing. */
    VerifiedTransactions NONE =
            new VerifiedTransactions() {
                @Override
                public OptionalLong costOf(Txid txid) {
                    return OptionalLong.empty();
                }

                @Override
                public void add(Txid txid, long cost) {}
            };

    /** What verifying the transaction's scripts did cost, or nothing if it is not remembered. */
    OptionalLong costOf(Txid txid);

    void add(Txid txid, long cost);

    default boolean contains(Txid txid) {
        return costOf(txid).isPresent();
    }
}

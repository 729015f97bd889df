package org.brisket.state.ledger;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;

/**
 * An output that a ledger holds. It is pending until the transaction that made it is committed. A
 * spent coin stays, with its spender, until the spender is final, so that a rollback can always
 * restore it. Then it goes, unless the spender retains it: a coin whose spender is final is
 * history, and its spender's application names it in turn.
 */
public record Coin(boolean pending, Optional<Txid> spender) {
    /** A coin that nobody has spent. */
    public static Coin unspent(boolean pending) {
        return new Coin(pending, Optional.empty());
    }

    public Coin spentBy(Txid txid) {
        return new Coin(pending, Optional.of(txid));
    }

    public Coin restored() {
        return unspent(pending);
    }

    public Coin confirmed() {
        return new Coin(false, spender);
    }
}

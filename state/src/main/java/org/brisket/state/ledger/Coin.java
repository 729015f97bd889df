package org.brisket.state.ledger;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;

/**
 * An output that a ledger holds. It is pending until the transaction that made it is committed. A
 * spent coin stays, with its spender, until the spender is final, so that a rollback can always
 * restore it. Then it goes, unless the spender retains it: a coin whose spender is final is
 * history, and its spender's application names it in turn.
 *
 * @param content what a coin of a basket is worth; coins of topics have none
 * @param slot the place of a live coin of a basket in the {@link TokenIndex}; else 0
 */
public record Coin(
        boolean pending, Optional<Txid> spender, Optional<CoinContent> content, long slot) {
    /** A coin that nobody has spent. */
    public static Coin unspent(boolean pending) {
        return unspent(pending, Optional.empty());
    }

    /** A coin of a basket that nobody has spent. */
    public static Coin unspent(boolean pending, Optional<CoinContent> content) {
        return new Coin(pending, Optional.empty(), content, 0);
    }

    public Coin spentBy(Txid txid) {
        return new Coin(pending, Optional.of(txid), content, 0);
    }

    public Coin restored() {
        return unspent(pending, content);
    }

    public Coin confirmed() {
        return new Coin(false, spender, content, slot);
    }

    Coin inSlot(long next) {
        return new Coin(pending, spender, content, next);
    }
}

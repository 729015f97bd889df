package org.brisket.protocol.overlay.basket;

import java.util.Optional;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.overlay.topic.SampleTokens;

/** Stock of one keeper. */
public final class SampleStock {
    public static final KeyWallet KEEPER = SampleTokens.wallet(21);

    private SampleStock() {}

    public static StockToken token(String article, long quantity, StockState state) {
        return token(article, quantity, state, "");
    }

    public static StockToken token(
            String article, long quantity, StockState state, String location) {
        return new StockToken(
                KEEPER.identityKey(),
                article,
                quantity,
                state,
                location,
                Optional.empty(),
                SampleTokens.OWNER.identityKey());
    }

    public static byte[] available(String article, long quantity) {
        return token(article, quantity, StockState.AVAILABLE).lock();
    }

    public static byte[] reserved(String article, long quantity) {
        return token(article, quantity, StockState.RESERVED).lock();
    }

    public static byte[] consumed(String article, long quantity) {
        return token(article, quantity, StockState.CONSUMED).lock();
    }

    public static BasketLedger ledger(String article) {
        return new BasketLedger("inventory", "stock", KEEPER.identityKey() + "." + article);
    }
}

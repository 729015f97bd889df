package org.brisket.job.e2e.atomic;

import static org.brisket.protocol.overlay.basket.SampleStock.KEEPER;

import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.overlay.basket.SampleStock;
import org.brisket.protocol.overlay.basket.StockState;
import org.brisket.protocol.transaction.Outpoint;

/** Locking scripts of stock, and the names of the baskets' ledgers. */
final class TokenLocks {
    private TokenLocks() {}

    static byte[] received(String article, long quantity, Outpoint firstInput, int output) {
        return SampleStock.token(article, quantity, StockState.AVAILABLE)
                .received(KEEPER, firstInput, output)
                .lock();
    }

    static String stockLedger(String article) {
        return "BASKET:" + SampleStock.ledger(article);
    }

    static String assetLedger(Outpoint asset) {
        return "BASKET:" + new BasketLedger("btms", "p btms", asset.toString());
    }
}

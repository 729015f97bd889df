package org.brisket.protocol.overlay.basket;

import java.util.Map;
import org.brisket.protocol.overlay.BasketCoin;

/** Stock as coins of its basket: state, and location if there is one, are attributes. */
final class StockCoins {
    private StockCoins() {}

    static BasketCoin of(StockToken stock, int output) {
        Map<String, String> attributes =
                stock.location().isEmpty()
                        ? Map.of("state", stock.state().text())
                        : Map.of("state", stock.state().text(), "location", stock.location());
        return BasketCoin.of(output, stock.product(), stock.quantity(), stock.owner())
                .with(attributes);
    }
}

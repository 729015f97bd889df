package org.brisket.protocol.overlay.basket;

import java.util.Optional;

/** What may be done with a quantity of stock. */
public enum StockState {
    /** Anybody's order may reserve it. */
    AVAILABLE("available"),
    /** It is kept for one order. */
    RESERVED("reserved"),
    /** It has left the stock: sold, used up or lost. An output says so and is no coin. */
    CONSUMED("consumed");

    private final String text;

    StockState(String text) {
        this.text = text;
    }

    /** As it stands in the token. */
    public String text() {
        return text;
    }

    static Optional<StockState> of(String text) {
        for (StockState state : values()) {
            if (state.text.equals(text)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}

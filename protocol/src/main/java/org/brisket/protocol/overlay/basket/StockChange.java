package org.brisket.protocol.overlay.basket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.overlay.BasketCoin;
import org.brisket.protocol.overlay.BasketTransaction;
import org.brisket.protocol.token.AmountTotal;
import org.brisket.protocol.transaction.Transaction;

/** What one transaction does to one product, summed up. */
final class StockChange {
    private final AmountTotal taken = new AmountTotal();
    private final AmountTotal placed = new AmountTotal();
    private final List<BasketCoin> admitted = new ArrayList<>();
    private final List<Integer> receipts = new ArrayList<>();
    private int foreignInputs;
    private boolean carriedOn;

    private StockChange() {}

    static StockChange of(BasketTransaction transaction) {
        StockChange change = new StockChange();
        String product = transaction.ledger().partition();
        for (int input : transaction.liveInputs()) {
            change.take(product, transaction, input);
        }
        Transaction subject = transaction.extended().transaction();
        for (int output = 0; output < subject.outputCount(); output++) {
            int index = output;
            decode(subject.lockingScript(output), product)
                    .ifPresent(stock -> change.place(stock, index));
        }
        return change;
    }

    /** What is of another product costs next to nothing. */
    private static Optional<StockToken> decode(ByteSlice script, String product) {
        return StockToken.productIn(script)
                .filter(product::equals)
                .flatMap(same -> StockToken.decode(script));
    }

    private void take(String product, BasketTransaction transaction, int input) {
        decode(transaction.extended().sourceOutputs().get(input).lockingScript(), product)
                .filter(stock -> stock.state() != StockState.CONSUMED)
                .ifPresentOrElse(stock -> taken.add(stock.quantity()), () -> foreignInputs++);
    }

    private void place(StockToken stock, int output) {
        boolean received = stock.receipt().isPresent();
        if (received) {
            receipts.add(output);
        } else {
            placed.add(stock.quantity());
        }
        if (stock.state() != StockState.CONSUMED) {
            carriedOn = carriedOn || !received;
            admitted.add(StockCoins.of(stock, output));
        }
    }

    /** As much as the live coins hold is in the outputs that are not received. */
    boolean isConserved() {
        return taken.isExact() && placed.isExact() && taken.value() == placed.value();
    }

    /** Live inputs that are no coins of the product: the ledger should not have such. */
    int foreignInputs() {
        return foreignInputs;
    }

    long taken() {
        return taken.value();
    }

    long placed() {
        return placed.value();
    }

    /** Outputs with a receipt, ascending. */
    List<Integer> receipts() {
        return receipts;
    }

    List<BasketCoin> admitted() {
        return admitted;
    }

    /** Whether any of what the live coins hold stays in the stock. */
    boolean isCarriedOn() {
        return carriedOn;
    }
}

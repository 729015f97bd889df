package org.brisket.protocol.overlay.basket;

import static org.brisket.protocol.verdict.RejectionReason.AMOUNT_NOT_CONSERVED;
import static org.brisket.protocol.verdict.RejectionReason.LIMIT_EXCEEDED;
import static org.brisket.protocol.verdict.RejectionReason.REFUSED_BY_MANAGER;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.overlay.BasketAnswer;
import org.brisket.protocol.overlay.BasketInstructions;
import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.overlay.BasketManager;
import org.brisket.protocol.overlay.BasketTransaction;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionOutput;

/**
 * Stock in the basket {@code stock}, one ledger per product, see {@link StockToken}. The partition
 * is the product, {@code <keeper>.<article>}: orders for one product come one after the other,
 * orders for different products side by side.
 *
 * <pre>
 * receive   no coin                 -> available, with the keeper's receipt
 * reserve   available               -> reserved (and available, what is left)
 * release   reserved                -> available
 * move      available or reserved   -> the same at another location or with another owner
 * consume   available or reserved   -> consumed (and what is left)
 * </pre>
 *
 * One transaction may do several of these. The quantities of the outputs without a receipt, those
 * consumed included, are exactly those of the live coins that it spends: stock is never below zero,
 * and none vanishes without an output that says so. Who may do what is up to the keys that lock the
 * coins.
 */
public final class InventoryBasketManager implements BasketManager {
    /** The most receipts of one product in one transaction; each is a signature to verify. */
    static final int MOST_RECEIPTS = 100;

    private static final String NAME = "inventory";
    private static final String BASKET = "stock";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<BasketLedger> ledgers(ExtendedTransaction transaction) {
        Set<BasketLedger> ledgers = new HashSet<>();
        Transaction subject = transaction.transaction();
        for (int output = 0; output < subject.outputCount(); output++) {
            addLedger(subject.lockingScript(output), ledgers);
        }
        for (TransactionOutput source : transaction.sourceOutputs()) {
            addLedger(source.lockingScript(), ledgers);
        }
        return ledgers;
    }

    private static void addLedger(ByteSlice lockingScript, Set<BasketLedger> ledgers) {
        StockToken.productIn(lockingScript)
                .ifPresent(product -> ledgers.add(new BasketLedger(NAME, BASKET, product)));
    }

    @Override
    public BasketAnswer apply(BasketTransaction transaction) {
        StockChange change = StockChange.of(transaction);
        if (change.foreignInputs() > 0) {
            return BasketAnswer.refuse(
                    REFUSED_BY_MANAGER, "an input is no coin of %s", transaction.ledger());
        }
        if (!change.isConserved()) {
            return BasketAnswer.refuse(
                    AMOUNT_NOT_CONSERVED,
                    "outputs of %d for coins of %d in %s",
                    change.placed(),
                    change.taken(),
                    transaction.ledger());
        }
        if (change.receipts().size() > MOST_RECEIPTS) {
            return BasketAnswer.refuse(
                    LIMIT_EXCEEDED,
                    "%d receipts of one product, the limit is %d",
                    change.receipts().size(),
                    MOST_RECEIPTS);
        }
        return withReceipts(transaction, change);
    }

    private static BasketAnswer withReceipts(BasketTransaction transaction, StockChange change) {
        Transaction subject = transaction.extended().transaction();
        for (int output : change.receipts()) {
            StockToken stock = StockToken.decode(subject.lockingScript(output)).orElseThrow();
            if (stock.state() != StockState.AVAILABLE
                    || !StockReceipt.isValid(stock, subject, output)) {
                return BasketAnswer.refuse(
                        REFUSED_BY_MANAGER,
                        "the keeper has not signed for what output %d receives",
                        output);
            }
        }
        return BasketAnswer.of(
                change.isCarriedOn()
                        ? BasketInstructions.moving(change.admitted(), transaction.liveInputs())
                        : new BasketInstructions(
                                change.admitted(), List.of(), transaction.liveInputs()));
    }

    @Override
    public String documentation() {
        return "Stock, one ledger per product: receive, reserve, release, move, consume. Quantities"
                + " are conserved exactly; only the keeper's signature brings stock in.";
    }
}

package org.brisket.protocol.overlay;

import java.util.List;
import org.brisket.protocol.transaction.ExtendedTransaction;

/**
 * A verified transaction as a basket manager sees it in one ledger.
 *
 * @param extended with its source outputs; one of a mined transaction may be {@link
 *     org.brisket.protocol.transaction.TransactionOutput#UNKNOWN}, never that of a live input
 * @param liveInputs the indices of the inputs that spend live coins of the ledger, ascending
 */
public record BasketTransaction(
        ExtendedTransaction extended, BasketLedger ledger, List<Integer> liveInputs) {
    public BasketTransaction {
        liveInputs = List.copyOf(liveInputs);
    }
}

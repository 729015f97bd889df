package org.brisket.bench.ledger;

import java.util.List;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.Proposal;

/** What a ledger can be asked to do. */
interface Steps {
    void propose(Proposal proposal) throws Exception;

    void order(LedgerOrder order) throws Exception;

    /** Drops what it said so far. */
    void forgetOutput();

    /** Proposals and orders, in this order. */
    default void all(List<Object> steps) throws Exception {
        for (Object step : steps) {
            if (step instanceof Proposal proposal) {
                propose(proposal);
            } else {
                order((LedgerOrder) step);
            }
        }
    }
}

package org.brisket.state.query;

import org.brisket.state.ledger.LedgerOrder;

/** What comes to a ledger besides proposals. */
public sealed interface LedgerCommand {
    /** The key of the ledger. */
    String ledger();

    /** To be carried out. */
    record Order(LedgerOrder order) implements LedgerCommand {
        @Override
        public String ledger() {
            return order.ledger();
        }
    }

    /** To be answered. */
    record Question(LedgerQuery query) implements LedgerCommand {
        @Override
        public String ledger() {
            return query.ledger();
        }
    }
}

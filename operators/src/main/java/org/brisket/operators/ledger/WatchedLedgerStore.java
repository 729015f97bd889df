package org.brisket.operators.ledger;

import org.brisket.state.ledger.ForwardingLedgerStore;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerStore;

/** Shows the metrics where each ledger stands, whenever that is read or written anyway. */
final class WatchedLedgerStore extends ForwardingLedgerStore {
    private final LedgerMetrics metrics;

    WatchedLedgerStore(LedgerStore behind, LedgerMetrics metrics) {
        super(behind);
        this.metrics = metrics;
    }

    @Override
    public LedgerPosition position() {
        LedgerPosition position = super.position();
        metrics.found(position);
        return position;
    }

    @Override
    public void putPosition(LedgerPosition position) {
        super.putPosition(position);
        metrics.left(position);
    }
}

package org.brisket.bench.ledger;

import org.brisket.state.ledger.Ledger;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerRules;
import org.brisket.state.ledger.LedgerRulesByKind;
import org.brisket.state.ledger.LedgerStore;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.ledger.StepBudget;

/** A ledger over a store, made anew for each step as the operator does; it must always say yes. */
final class DirectLedger implements Steps {
    private final LedgerRules rules =
            LedgerRulesByKind.discover(DirectLedger.class.getClassLoader());
    private final LedgerStore store;
    private long yes;

    DirectLedger(LedgerStore store) {
        this.store = store;
    }

    private Ledger ledger() {
        return new Ledger(
                BusyTopic.LEDGER, rules, store, this::hear, StepBudget.DEFAULT, this::wakeUp);
    }

    private void hear(LedgerMessage message) {
        if (!(message instanceof LedgerMessage.Vote vote) || !vote.verdict().isYes()) {
            throw new IllegalStateException("not a yes: " + message);
        }
        yes++;
    }

    private void wakeUp() {
        throw new IllegalStateException("a step left work behind");
    }

    @Override
    public void propose(Proposal proposal) {
        long before = yes;
        ledger().propose(proposal);
        if (yes != before + 1) {
            throw new IllegalStateException("no vote on " + proposal.ticket());
        }
    }

    @Override
    public void order(LedgerOrder order) {
        ledger().order(order);
    }

    @Override
    public void forgetOutput() {}
}

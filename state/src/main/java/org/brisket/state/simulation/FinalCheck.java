package org.brisket.state.simulation;

import static org.brisket.state.simulation.GuaranteeViolatedException.require;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.LedgerOrder;

/**
 * What is left of the coins that a final transaction spent: those that it retains, as long as an
 * output of it is held, and no other.
 */
final class FinalCheck {
    private final LedgerOrder order;
    private final SimulatedLedgerStore store;
    private final Optional<Application> held;

    private FinalCheck(LedgerOrder order, SimulatedLedgerStore store) {
        this.order = order;
        this.store = store;
        this.held =
                store.application(order.txid())
                        .filter(a -> order.kind() == LedgerOrder.Kind.FINALIZE)
                        .filter(a -> a.status() != Application.Status.PARKED)
                        .filter(a -> a.status() != Application.Status.FINAL);
    }

    static FinalCheck before(LedgerOrder order, SimulatedLedgerStore store) {
        return new FinalCheck(order, store);
    }

    void after(Transaction transaction) {
        held.ifPresent(
                application ->
                        application
                                .spentCoins()
                                .forEach(coin -> check(coin, transaction, application)));
    }

    private void check(Outpoint coin, Transaction transaction, Application application) {
        boolean retained =
                application.instructions().coinsToRetain().stream()
                        .anyMatch(input -> transaction.previousOutput(input).equals(coin));
        // A coin that its own maker's rollback took away cannot be retained.
        boolean there = store.application(coin.txid()).isPresent();
        require(
                store.isSpentBy(coin, order.txid())
                        == (retained && there && isNeeded(application, order.txid())),
                Guarantee.G5,
                "history was lost or kept in vain",
                coin);
    }

    private boolean isNeeded(Application application, Txid txid) {
        return application.instructions().outputsToAdmit().isEmpty()
                || application.instructions().outputsToAdmit().stream()
                        .anyMatch(output -> store.coin(new Outpoint(txid, output)).isPresent());
    }
}

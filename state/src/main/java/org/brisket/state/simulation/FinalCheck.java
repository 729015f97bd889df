package org.brisket.state.simulation;

import static org.brisket.state.simulation.GuaranteeViolatedException.require;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.SpentOutput;

/**
 * What is left, once nothing moves, of the coins that a final transaction spent: those that it
 * retains, as long as an output of it is held, and no other; of the others their maker knows who
 * spent them.
 */
final class FinalCheck {
    private final SimulatedLedgerStore store;
    private final Txid txid;
    private final Application held;
    private final Transaction transaction;

    FinalCheck(SimulatedLedgerStore store, Txid txid, Application held, Transaction transaction) {
        this.store = store;
        this.txid = txid;
        this.held = held;
        this.transaction = transaction;
    }

    void check() {
        if (held.status() == Application.Status.FINAL) {
            held.instructions().coinsToRetain().forEach(input -> check(input, isNeeded()));
            held.instructions().coinsRemoved().forEach(input -> check(input, false));
        }
    }

    private void check(int input, boolean stays) {
        Outpoint coin = transaction.previousOutput(input);
        Optional<Application> maker = store.application(coin.txid()).filter(this::isOlder);
        require(
                store.isSpentBy(coin, txid) == (stays && maker.isPresent()),
                Guarantee.G5,
                "history was lost or kept in vain",
                coin);
        if (maker.isPresent() && !stays) {
            require(
                    maker.get().spentOutputs().contains(new SpentOutput((int) coin.index(), txid)),
                    Guarantee.G4,
                    "nobody knows who spent a coin that went",
                    coin);
        }
    }

    /** Else the coin's maker was undone since, and a block says that it should not have been. */
    private boolean isOlder(Application maker) {
        return maker.position().sequence() < held.position().sequence();
    }

    private boolean isNeeded() {
        return held.instructions().outputsToAdmit().isEmpty()
                || held.instructions().outputsToAdmit().stream()
                        .anyMatch(output -> store.coin(new Outpoint(txid, output)).isPresent());
    }
}

package org.brisket.state.simulation;

import static org.brisket.state.simulation.GuaranteeViolatedException.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.Coin;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerOrder;

/**
 * G5 at one ledger: if an order undoes a transaction, its outputs are gone, the coins that it spent
 * are back, and what stands on it is condemned and objected to.
 */
final class UndoCheck {
    private final Txid txid;
    private final boolean mustUndo;
    private final SimulatedLedgerStore store;
    private final Optional<Application> held;

    /** The coins that it spent and that are there. */
    private final Map<Outpoint, Coin> spent = new LinkedHashMap<>();

    /** What stands on it. */
    private final Map<Txid, Application> dependants = new LinkedHashMap<>();

    private UndoCheck(LedgerOrder order, SimulatedLedgerStore store) {
        this.txid = order.txid();
        this.mustUndo = order.kind() == LedgerOrder.Kind.ROLLBACK;
        this.store = store;
        this.held =
                store.application(txid)
                        .filter(a -> a.status() != Application.Status.PARKED)
                        .filter(a -> a.status() != Application.Status.FINAL);
    }

    static UndoCheck before(LedgerOrder order, SimulatedLedgerStore store) {
        UndoCheck check = new UndoCheck(order, store);
        check.held.ifPresent(check::note);
        return check;
    }

    private void note(Application application) {
        application.spentCoins().stream()
                .filter(outpoint -> store.coin(outpoint).isPresent())
                .forEach(outpoint -> spent.put(outpoint, store.coin(outpoint).get()));
        outputs(application)
                .flatMap(outpoint -> store.coin(outpoint).stream())
                .flatMap(coin -> coin.spender().stream())
                .forEach(
                        spender ->
                                store.application(spender)
                                        .ifPresent(a -> dependants.put(spender, a)));
    }

    private Stream<Outpoint> outputs(Application application) {
        return application.instructions().outputsToAdmit().stream()
                .map(output -> new Outpoint(txid, output));
    }

    void after(List<LedgerMessage> messages) {
        if (held.isEmpty()) {
            return;
        }
        Optional<Application> now = store.application(txid);
        // What waited for its end may have brought it along again at once.
        boolean again = now.filter(a -> !a.position().equals(held.get().position())).isPresent();
        require(
                now.isEmpty() || again || !mustUndo,
                Guarantee.G5,
                "still held after its rollback",
                txid);
        if (now.isEmpty()) {
            checkCoins();
        }
        if (now.isEmpty() || again) {
            dependants.forEach((dependant, before) -> checkDependant(dependant, before, messages));
        }
    }

    private void checkCoins() {
        require(
                outputs(held.get()).allMatch(outpoint -> store.coin(outpoint).isEmpty()),
                Guarantee.G5,
                "an output outlived its transaction",
                txid);
        spent.forEach(
                (outpoint, before) -> {
                    boolean mine = before.spender().equals(Optional.of(txid));
                    Optional<Coin> now = store.coin(outpoint);
                    require(
                            now.isPresent()
                                    && (!mine || !now.get().spender().equals(before.spender())),
                            Guarantee.G5,
                            "a coin did not come back",
                            outpoint);
                });
    }

    private void checkDependant(Txid dependant, Application before, List<LedgerMessage> messages) {
        if (before.status() == Application.Status.FINAL) {
            return;
        }
        require(
                messages.stream().anyMatch(message -> objects(message, dependant)),
                Guarantee.G5,
                "no objection to what stood on it",
                dependant);
        require(
                store.application(dependant)
                        .filter(a -> a.status() == Application.Status.CONDEMNED)
                        .isPresent(),
                Guarantee.G5,
                "not condemned",
                dependant);
    }

    private boolean objects(LedgerMessage message, Txid dependant) {
        return message.equals(new LedgerMessage.Objection(dependant, txid))
                || message instanceof LedgerMessage.AncestorObjection objection
                        && objection.ancestor().equals(dependant)
                        && objection.cause().equals(txid);
    }
}

package org.brisket.state.ledger;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;

/** What the orders of a decided outcome do to a transaction that the ledger holds. */
final class Orders {
    private final LedgerStore store;
    private final LiveCoins coins;
    private final Consumer<LedgerMessage> messages;
    private final ParkedProposals parked;
    private final History history;

    Orders(
            LedgerStore store,
            LiveCoins coins,
            Consumer<LedgerMessage> messages,
            ParkedProposals parked,
            History history) {
        this.store = store;
        this.coins = coins;
        this.messages = messages;
        this.parked = parked;
        this.history = history;
    }

    /** Only a verification minds that the transaction is not held. */
    void carryOut(LedgerOrder order) {
        Optional<Application> held =
                store.application(order.txid()).filter(application -> !application.isParked());
        if (order.kind() == LedgerOrder.Kind.VERIFY && !isMeant(order, held)) {
            messages.accept(new LedgerMessage.Objection(order.txid(), order.txid()));
        } else {
            held.ifPresent(application -> carryOut(order, application));
        }
    }

    private static boolean isMeant(LedgerOrder order, Optional<Application> held) {
        return held.isPresent()
                && (order.sequence() == 0 || order.sequence() == held.get().position().sequence());
    }

    private void carryOut(LedgerOrder order, Application held) {
        switch (order.kind()) {
            case COMMIT, VERIFY -> commit(order, held);
            case ABORT -> abandon(order, held);
            case ROLLBACK -> rollback(order.txid(), held);
            case FINALIZE -> finish(order.txid(), held);
        }
    }

    private void commit(LedgerOrder order, Application held) {
        if (held.isDecided()) {
            return;
        }
        if (held.isCondemned() && !order.concernsAll()) {
            // Decided before the objection: the rollback follows on the same way.
            store.putApplication(order.txid(), held.asCommitted().asCondemned());
        } else {
            confirm(order.txid(), held.asCommitted());
        }
    }

    /** Its coins may be spent by what is decided from now on. */
    void confirm(Txid txid, Application held) {
        for (int output : held.instructions().outputsToAdmit()) {
            coins.confirm(new Outpoint(txid, output));
        }
        store.putApplication(txid, held);
        parked.settle(txid);
    }

    private void abandon(LedgerOrder order, Application held) {
        if (!held.isClaimedBy(order.submission())) {
            return;
        }
        Application rest = held.without(order.submission());
        if (rest.claims().isEmpty()) {
            undo(order.txid(), held);
        } else {
            store.putApplication(order.txid(), rest);
        }
    }

    /** What is final stays: whoever orders it back has not heard of the block yet. */
    private void rollback(Txid txid, Application held) {
        if (!held.isFinal()) {
            undo(txid, held);
        }
    }

    private void finish(Txid txid, Application held) {
        if (held.isFinal()) {
            return;
        }
        if (!held.isDecided()) {
            confirm(txid, held.asCommitted());
        }
        history.finish(txid, held);
    }

    private void undo(Txid txid, Application held) {
        Set<Txid> dependants = new LinkedHashSet<>();
        for (int output : held.instructions().outputsToAdmit()) {
            coins.remove(new Outpoint(txid, output)).ifPresent(dependants::add);
        }
        dependants.forEach(dependant -> condemn(dependant, txid));
        held.spentCoins().forEach(coin -> coins.restore(coin, txid));
        coins.complete();
        store.removeApplication(txid);
        store.applied().remove(held.position().sequence());
        parked.settle(txid);
    }

    private void condemn(Txid dependant, Txid cause) {
        Optional<Application> held = store.application(dependant);
        if (held.isPresent() && held.get().isFinal()) {
            return;
        }
        held.ifPresent(a -> store.putApplication(dependant, a.asCondemned()));
        Set<Txid> subjects =
                held.map(Application::subjects).filter(s -> !s.isEmpty()).orElse(Set.of(dependant));
        subjects.forEach(subject -> object(subject, dependant, cause));
    }

    /** What another subject brought along is known to that one's coordinator alone. */
    private void object(Txid subject, Txid dependant, Txid cause) {
        messages.accept(
                subject.equals(dependant) || subject.equals(Claim.UNKNOWN_SUBJECT)
                        ? new LedgerMessage.Objection(dependant, cause)
                        : new LedgerMessage.AncestorObjection(subject, dependant, cause));
    }
}

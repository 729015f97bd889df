package org.brisket.state.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ledger.Application.Status;

/**
 * The rules of one ledger: it applies a proposal provisionally in one step and votes, and carries
 * out the orders that follow from what was decided.
 *
 * <p>Where no other ledger can undo its yes the application is committed at once. Otherwise it
 * waits, and a proposal that stands on it is parked until it is decided: nothing may be broadcast
 * that could still lose its parent.
 *
 * <p>What stands on an undone transaction is condemned: nothing is told about it any more until the
 * order to undo it comes, which every ledger that holds it gets.
 */
public final class Ledger {
    private final String id;
    private final LedgerRules rules;
    private final LedgerStore store;
    private final Consumer<LedgerMessage> messages;
    private final ParkedProposals parked;

    public Ledger(
            String id, LedgerRules rules, LedgerStore store, Consumer<LedgerMessage> messages) {
        this.id = id;
        this.rules = rules;
        this.store = store;
        this.messages = messages;
        this.parked = new ParkedProposals(store);
    }

    /** Votes on a proposal, now or once the transactions that it stands on are decided. */
    public void propose(Proposal proposal) {
        step(proposal);
        parked.releaseSettled(this::step);
    }

    /** Carries out an order; only a verification minds that the transaction is not held. */
    public void order(LedgerOrder order) {
        Optional<Application> held =
                store.application(order.txid()).filter(application -> !application.isParked());
        if (held.isEmpty()) {
            if (order.kind() == LedgerOrder.Kind.VERIFY) {
                messages.accept(new LedgerMessage.Objection(order.txid(), order.txid()));
            }
            return;
        }
        switch (order.kind()) {
            case COMMIT, VERIFY -> commit(order, held.get());
            case ABORT -> abandon(order, held.get());
            case ROLLBACK -> undo(order.txid(), held.get());
        }
        parked.releaseSettled(this::step);
    }

    private void step(Proposal proposal) {
        Optional<Application> held = store.application(proposal.ticket().txid());
        if (held.isPresent() && held.get().isCondemned()) {
            refuse(proposal, condemned(proposal.ticket().txid()));
        } else if (held.isPresent() && !held.get().isParked()) {
            voteAgain(proposal, held.get());
        } else {
            evaluate(proposal, parse(proposal.extendedTransaction()));
        }
    }

    private void voteAgain(Proposal proposal, Application held) {
        Txid txid = proposal.ticket().txid();
        vote(proposal, LedgerVerdict.yes(id, held));
        if (held.isDecided()) {
            return;
        }
        if (proposal.ticket().isAlone()) {
            confirm(txid, held.asCommitted());
            return;
        }
        Application waited = held.waitedForBy(proposal.ticket().key());
        if (proposal.ticket().eachDecides() && !held.isCommitted()) {
            confirm(txid, waited.asApplied());
        } else {
            store.putApplication(txid, waited);
        }
    }

    private void evaluate(Proposal proposal, ExtendedTransaction extended) {
        Transaction transaction = extended.transaction();
        List<Integer> previousCoins = new ArrayList<>();
        for (int input = 0; input < transaction.inputCount(); input++) {
            Outpoint outpoint = transaction.previousOutput(input);
            Optional<Coin> coin = store.coin(outpoint);
            if (coin.isPresent() && coin.get().spender().isPresent()) {
                refuse(proposal, alreadySpent(outpoint, coin.get().spender().get()));
                return;
            }
            if (coin.isPresent() ? coin.get().pending() : parked.isParked(outpoint.txid())) {
                park(proposal, outpoint.txid());
                return;
            }
            if (coin.isPresent()) {
                previousCoins.add(input);
            }
        }
        decide(proposal, extended, previousCoins);
    }

    private void park(Proposal proposal, Txid parent) {
        if (!parked.park(proposal, parent)) {
            refuse(
                    proposal,
                    Rejection.of(
                            RejectionReason.PARENT_UNDECIDED,
                            "%s is undecided, and as much as may already waits for it",
                            parent));
        }
    }

    private static Rejection condemned(Txid txid) {
        return Rejection.of(
                RejectionReason.PARENT_ROLLED_BACK,
                "%s is about to be undone, because it stands on what was",
                txid);
    }

    private static Rejection alreadySpent(Outpoint outpoint, Txid spender) {
        return Rejection.of(
                RejectionReason.COIN_ALREADY_SPENT, "%s is spent by %s", outpoint, spender);
    }

    private void decide(
            Proposal proposal, ExtendedTransaction extended, List<Integer> previousCoins) {
        LedgerRules.Answer answer =
                rules.evaluate(id, extended, previousCoins, proposal.offChainValues());
        if (answer.rejection().isPresent()) {
            refuse(proposal, answer.rejection().get());
        } else {
            apply(proposal, extended.transaction(), previousCoins, answer.instructions());
        }
    }

    private void apply(
            Proposal proposal,
            Transaction transaction,
            List<Integer> previousCoins,
            Instructions instructions) {
        Txid txid = transaction.txid();
        boolean committed = proposal.ticket().eachDecides();
        boolean alone = proposal.ticket().isAlone();
        List<Outpoint> spent = new ArrayList<>(previousCoins.size());
        for (int input : previousCoins) {
            Outpoint outpoint = transaction.previousOutput(input);
            store.putCoin(outpoint, store.coin(outpoint).orElseThrow().spentBy(txid));
            spent.add(outpoint);
        }
        for (int output : instructions.outputsToAdmit()) {
            store.putCoin(new Outpoint(txid, output), Coin.unspent(!committed));
        }
        Application application =
                new Application(
                        committed ? Status.COMMITTED : Status.PENDING,
                        alone ? List.of() : List.of(proposal.ticket().key()),
                        instructions,
                        spent);
        store.putApplication(txid, application);
        vote(proposal, LedgerVerdict.firstYes(id, application));
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

    private void confirm(Txid txid, Application held) {
        for (int output : held.instructions().outputsToAdmit()) {
            Outpoint outpoint = new Outpoint(txid, output);
            store.coin(outpoint).ifPresent(coin -> store.putCoin(outpoint, coin.confirmed()));
        }
        store.putApplication(txid, held);
        parked.settle(txid);
    }

    private void abandon(LedgerOrder order, Application held) {
        if (!held.undecided().contains(order.submission())) {
            return;
        }
        Application rest = held.without(order.submission());
        if (rest.undecided().isEmpty()) {
            undo(order.txid(), held);
        } else {
            store.putApplication(order.txid(), rest);
        }
    }

    private void undo(Txid txid, Application held) {
        Set<Txid> dependants = new LinkedHashSet<>();
        for (int output : held.instructions().outputsToAdmit()) {
            Outpoint outpoint = new Outpoint(txid, output);
            store.coin(outpoint).flatMap(Coin::spender).ifPresent(dependants::add);
            store.removeCoin(outpoint);
        }
        for (Txid dependant : dependants) {
            store.application(dependant)
                    .ifPresent(a -> store.putApplication(dependant, a.asCondemned()));
            messages.accept(new LedgerMessage.Objection(dependant, txid));
        }
        for (Outpoint outpoint : held.spentCoins()) {
            store.coin(outpoint)
                    .filter(coin -> coin.spender().equals(Optional.of(txid)))
                    .ifPresent(coin -> store.putCoin(outpoint, coin.restored()));
        }
        store.removeApplication(txid);
        parked.settle(txid);
    }

    private void refuse(Proposal proposal, Rejection rejection) {
        vote(proposal, LedgerVerdict.no(id, rejection));
    }

    private void vote(Proposal proposal, LedgerVerdict verdict) {
        boolean first = proposal.payload().isPresent();
        byte[] extended = first ? proposal.extendedTransaction() : new byte[0];
        messages.accept(
                new LedgerMessage.Vote(proposal.ticket(), verdict, extended, proposal.payload()));
    }

    private static ExtendedTransaction parse(byte[] extended) {
        try {
            return ExtendedTransaction.parse(extended);
        } catch (MalformedException e) {
            throw new IllegalStateException("a verified transaction no longer parses", e);
        }
    }
}

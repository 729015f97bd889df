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
 * <p>Where its yes is final by itself the application is committed at once. Otherwise it waits, and
 * a proposal that stands on it is parked until it is decided: nothing may be broadcast that could
 * still lose its parent.
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

    /** Carries out an order; one for a transaction that is not held changes nothing. */
    public void order(LedgerOrder order) {
        Optional<Application> held = store.application(order.txid());
        if (held.isEmpty() || held.get().isParked()) {
            return;
        }
        switch (order.kind()) {
            case COMMIT -> commit(order.txid(), held.get());
            case ABORT -> abandon(order, held.get());
            case ROLLBACK -> undo(order.txid(), held.get());
        }
        parked.releaseSettled(this::step);
    }

    private void step(Proposal proposal) {
        Optional<Application> held = store.application(proposal.ticket().txid());
        if (held.isPresent() && !held.get().isParked()) {
            voteAgain(proposal, held.get());
        } else {
            evaluate(proposal, parse(proposal.extendedTransaction()));
        }
    }

    private void voteAgain(Proposal proposal, Application held) {
        Txid txid = proposal.ticket().txid();
        vote(proposal, LedgerVerdict.yes(id, held));
        if (held.isCommitted()) {
            return;
        }
        if (proposal.ticket().eachDecides()) {
            commit(txid, held);
        } else {
            store.putApplication(txid, held.waitedForBy(proposal.ticket().key()));
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
                            "%d submissions wait for %s already",
                            ParkedProposals.MAX_BEHIND_ONE,
                            parent));
        }
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
                        committed ? List.of() : List.of(proposal.ticket().key()),
                        instructions,
                        spent);
        store.putApplication(txid, application);
        vote(proposal, LedgerVerdict.firstYes(id, application));
    }

    private void commit(Txid txid, Application held) {
        if (held.isCommitted()) {
            return;
        }
        for (int output : held.instructions().outputsToAdmit()) {
            Outpoint outpoint = new Outpoint(txid, output);
            store.coin(outpoint).ifPresent(coin -> store.putCoin(outpoint, coin.confirmed()));
        }
        store.putApplication(txid, held.asCommitted());
        parked.settle(txid);
    }

    private void abandon(LedgerOrder order, Application held) {
        Application rest = held.without(order.submission());
        if (!held.isCommitted() && rest.undecided().isEmpty()) {
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

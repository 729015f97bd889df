package org.brisket.state.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
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
    private final LiveCoins coins;
    private final Votes votes;
    private final ParkedProposals parked;
    private final Orders orders;
    private final Backlog backlog;
    private final BacklogWork work;

    /**
     * A ledger for one step or many.
     *
     * @param wakeUp asks that {@link #goOn} is called once, soon; a request must survive a crash
     */
    public Ledger(
            String id,
            LedgerRules rules,
            LedgerStore store,
            Consumer<LedgerMessage> messages,
            StepBudget budget,
            Runnable wakeUp) {
        this.id = id;
        this.rules = rules;
        this.store = store;
        this.coins = new LiveCoins(id, store);
        this.votes = new Votes(id, messages);
        this.backlog = new Backlog(store);
        this.parked = new ParkedProposals(store, backlog);
        History history = new History(store, coins, backlog);
        this.orders = new Orders(store, coins, messages, parked, history);
        this.work = new BacklogWork(backlog, parked, history, budget, wakeUp);
    }

    /** Votes on a proposal, now or once the transactions that it stands on are decided. */
    public void propose(Proposal proposal) {
        if (backlog.isEmpty()) {
            step(proposal);
            work.goOn(this::step);
        } else if (!joinsALine(proposal)) {
            step(proposal);
        }
    }

    /** Carries out an order; only a verification minds that the transaction is not held. */
    public void order(LedgerOrder order) {
        boolean awake = backlog.isEmpty();
        orders.carryOut(order);
        if (awake) {
            work.goOn(this::step);
        }
    }

    /**
     * Goes on with what earlier steps put off. Until all of it is done one wake-up is asked for.
     */
    public void goOn() {
        work.goOn(this::step);
    }

    /**
     * True if proposals that came before this one still wait, although what they wait for is
     * decided: it does not overtake them.
     */
    private boolean joinsALine(Proposal proposal) {
        Optional<Application> held = store.application(proposal.ticket().txid());
        if (held.isPresent() && !held.get().isParked()) {
            return false;
        }
        Transaction transaction = parse(proposal.extendedTransaction()).transaction();
        Optional<Txid> parent = parked.lineBefore(transaction);
        parent.ifPresent(txid -> park(proposal, txid));
        return parent.isPresent();
    }

    private void step(Proposal proposal) {
        Optional<Application> held = store.application(proposal.ticket().txid());
        if (held.isPresent() && held.get().isCondemned()) {
            votes.refuseCondemned(proposal);
        } else if (held.isPresent() && !held.get().isParked()) {
            voteAgain(proposal, held.get());
        } else {
            evaluate(proposal, parse(proposal.extendedTransaction()));
        }
    }

    private void voteAgain(Proposal proposal, Application held) {
        Txid txid = proposal.ticket().txid();
        votes.again(proposal, held);
        if (held.isDecided()) {
            return;
        }
        if (proposal.ticket().isAlone()) {
            orders.confirm(txid, held.asCommitted());
            return;
        }
        Application waited = held.waitedForBy(proposal.ticket().key());
        if (proposal.ticket().eachDecides() && !held.isCommitted()) {
            orders.confirm(txid, waited.asApplied());
        } else {
            store.putApplication(txid, waited);
        }
    }

    private void evaluate(Proposal proposal, ExtendedTransaction extended) {
        Transaction transaction = extended.transaction();
        List<Integer> previousCoins = new ArrayList<>();
        for (int input = 0; input < transaction.inputCount(); input++) {
            Outpoint outpoint = transaction.previousOutput(input);
            Optional<Coin> coin = coins.find(outpoint);
            if (!mayGoOn(proposal, outpoint, coin)) {
                return;
            }
            if (coin.isPresent()) {
                previousCoins.add(input);
            }
        }
        decide(proposal, extended, previousCoins);
    }

    /** False if the proposal is refused or waits because of this coin. */
    private boolean mayGoOn(Proposal proposal, Outpoint outpoint, Optional<Coin> coin) {
        if (coin.isPresent() && coin.get().spender().isPresent()) {
            votes.refuseSpent(proposal, outpoint, coin.get().spender().get());
            return false;
        }
        if (coin.isPresent()) {
            return !coin.get().pending() || park(proposal, outpoint.txid());
        }
        Optional<Application> maker = store.application(outpoint.txid());
        if (maker.isPresent() && maker.get().isParked()) {
            return park(proposal, outpoint.txid());
        }
        if (maker.isPresent() && maker.get().admitted(outpoint.index())) {
            // It was here and went, which happens once its spender is final.
            votes.refuseSpent(proposal, outpoint, spenderOf(outpoint, maker.get()));
            return false;
        }
        return true;
    }

    private static Txid spenderOf(Outpoint outpoint, Application maker) {
        return maker.spenderOf(outpoint.index())
                .orElseThrow(() -> new IllegalStateException(outpoint + " went without a spender"));
    }

    /** Always false, because the proposal does not go on. */
    private boolean park(Proposal proposal, Txid parent) {
        if (!parked.park(proposal, parent)) {
            votes.refuseBehind(proposal, parent);
        }
        return false;
    }

    private void decide(
            Proposal proposal, ExtendedTransaction extended, List<Integer> previousCoins) {
        LedgerRules.Answer answer =
                rules.evaluate(id, extended, previousCoins, proposal.offChainValues());
        if (answer.rejection().isPresent()) {
            votes.refuse(proposal, answer.rejection().get());
            return;
        }
        int coinsTouched = answer.instructions().coins();
        if (coinsTouched > Instructions.MAX_COINS) {
            votes.refuseTooMany(proposal, coinsTouched);
            return;
        }
        Transaction transaction = extended.transaction();
        List<Outpoint> spent = previousCoins.stream().map(transaction::previousOutput).toList();
        apply(proposal, answer, spent);
    }

    private void apply(Proposal proposal, LedgerRules.Answer answer, List<Outpoint> spent) {
        Txid txid = proposal.ticket().txid();
        boolean committed = proposal.ticket().eachDecides();
        spent.forEach(outpoint -> coins.spend(outpoint, txid));
        for (int output : answer.instructions().outputsToAdmit()) {
            coins.admit(new Outpoint(txid, output), !committed, answer.content(output));
        }
        boolean alone = proposal.ticket().isAlone();
        Application application =
                new Application(
                        committed ? Status.COMMITTED : Status.PENDING,
                        alone ? List.of() : List.of(proposal.ticket().key()),
                        answer.instructions(),
                        spent,
                        coins.complete());
        store.putApplication(txid, application);
        store.applied().put(application.position().sequence(), txid);
        votes.first(proposal, application);
    }

    private static ExtendedTransaction parse(byte[] extended) {
        try {
            return ExtendedTransaction.parse(extended);
        } catch (MalformedException e) {
            throw new IllegalStateException("a verified transaction no longer parses", e);
        }
    }
}

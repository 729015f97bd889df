package org.brisket.state.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.Application.Status;
import org.brisket.state.submission.SubmissionTicket;

/**
 * The rules of one ledger: it applies a proposal provisionally in one step and votes, and carries
 * out the orders that follow from what was decided.
 *
 * <p>Where no other ledger can undo its yes the application is committed at once. Otherwise it
 * waits for the decision, and a subject that stands on it joins its fate: it stays if any of the
 * submissions that claim it is committed, so nothing is broadcast that could still lose its parent.
 *
 * <p>Of two transactions that want one coin the first has it. While it is undecided the second one
 * waits if its txid is smaller, and is refused if it is larger. So nothing waits in a circle over
 * several ledgers, and two that block each other do not both lose.
 *
 * <p>What stands on an undone transaction is condemned: nothing is told about it any more until the
 * order to undo it comes, which every ledger that holds it gets.
 */
public final class Ledger {
    private final String id;
    private final LedgerRules rules;
    private final StepStore store;
    private final LiveCoins coins;
    private final Votes votes;
    private final ParkedProposals parked;
    private final Orders orders;
    private final Claims claims;
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
            LedgerStore stored,
            Consumer<LedgerMessage> messages,
            StepBudget budget,
            Runnable wakeUp) {
        this.id = id;
        this.rules = rules;
        this.store = new StepStore(stored);
        this.coins = new LiveCoins(id, store);
        this.votes = new Votes(id, messages);
        this.backlog = new Backlog(store);
        this.parked = new ParkedProposals(store, backlog);
        History history = new History(store, coins, backlog);
        this.orders = new Orders(store, coins, messages, parked, history);
        this.claims = new Claims(id, store, orders);
        this.work = new BacklogWork(backlog, parked, history, budget, wakeUp);
    }

    /** Votes on a proposal, now or once the transactions that it stands on are decided. */
    public void propose(Proposal proposal) {
        store.begin();
        boolean awake = backlog.isEmpty();
        step(proposal);
        if (awake) {
            work.goOn(this::release);
        }
    }

    /** Carries out an order; only a verification minds that the transaction is not held. */
    public void order(LedgerOrder order) {
        store.begin();
        boolean awake = backlog.isEmpty();
        orders.carryOut(order);
        if (awake) {
            work.goOn(this::release);
        }
    }

    /**
     * Goes on with what earlier steps put off. Until all of it is done one wake-up is asked for.
     */
    public void goOn() {
        store.begin();
        work.goOn(this::release);
    }

    /** One after the other: what one of them reads is no longer held in memory for the next. */
    private void release(Proposal proposal) {
        store.begin();
        step(proposal);
    }

    private void step(Proposal proposal) {
        Txid txid = proposal.ticket().txid();
        Optional<Application> held = store.application(txid);
        if (held.isPresent() && held.get().isCondemned()) {
            votes.refuse(proposal, Refusals.condemned(txid));
        } else if (held.isPresent() && !held.get().isParked()) {
            voteAgain(proposal, held.get());
        } else {
            evaluate(proposal);
        }
    }

    private void voteAgain(Proposal proposal, Application held) {
        if (held.isDecided()) {
            votes.again(proposal, held, List.of());
        } else if (proposal.ticket().isAlone() && held.instructions().isEmpty()) {
            votes.refuse(proposal, Refusals.changesNothing(id));
        } else {
            votes.again(proposal, held, claims.join(proposal, held));
        }
    }

    private void evaluate(Proposal proposal) {
        Evaluation.Outcome outcome = Evaluation.of(id, rules, store, proposal);
        if (outcome instanceof Evaluation.Outcome.Refused refused) {
            votes.refuse(proposal, refused.rejection());
        } else if (outcome instanceof Evaluation.Outcome.Waits waits) {
            park(proposal, waits);
        } else {
            apply(proposal, (Evaluation.Outcome.Takes) outcome);
        }
    }

    private void park(Proposal proposal, Evaluation.Outcome.Waits waits) {
        if (!parked.park(proposal, waits.behind())) {
            votes.refuse(proposal, Refusals.behind(waits.behind()));
        } else if (waits.contends()) {
            claims.contend(waits.behind(), proposal.ticket().txid());
        }
    }

    private void apply(Proposal proposal, Evaluation.Outcome.Takes takes) {
        SubmissionTicket ticket = proposal.ticket();
        List<AncestorVerdict> ancestors = claims.join(ticket, takes.joined());
        List<Evaluation.Taken> transactions = takes.transactions();
        int last = transactions.size() - 1;
        boolean isOnlyOne = ticket.isAlone() && last == 0;
        List<Claim> claim = isOnlyOne ? List.of() : List.of(Claim.of(ticket));
        for (Evaluation.Taken ancestor : transactions.subList(0, last)) {
            // Claimed even by a ticket that is alone, until its own tracker knows of it.
            Application applied = apply(ticket, ancestor, claim);
            ancestors.add(
                    new AncestorVerdict(ancestor.txid(), LedgerVerdict.firstYes(id, applied)));
        }
        Application subject =
                apply(ticket, transactions.get(last), ticket.isAlone() ? List.of() : claim);
        votes.first(proposal, subject, ancestors);
    }

    private Application apply(
            SubmissionTicket ticket, Evaluation.Taken taken, List<Claim> claimedBy) {
        boolean committed = ticket.eachDecides();
        taken.spentCoins().forEach(outpoint -> coins.spend(outpoint, taken.txid()));
        for (int output : taken.answer().instructions().outputsToAdmit()) {
            coins.admit(
                    new Outpoint(taken.txid(), output), !committed, taken.answer().content(output));
        }
        Application application =
                new Application(
                        committed ? Status.COMMITTED : Status.PENDING,
                        claimedBy,
                        Optional.empty(),
                        taken.answer().instructions(),
                        taken.spentCoins(),
                        coins.complete());
        store.putApplication(taken.txid(), application);
        store.applied().put(application.position().sequence(), taken.txid());
        return application;
    }
}

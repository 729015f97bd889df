package org.brisket.state.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ExampleTickets;
import org.brisket.state.submission.SubmissionTicket;

/** A ledger that admits every output, over a store and a list of messages to look into. */
public final class ExampleLedger {
    public static final String ID = "TOPIC:tm_any";

    public final InMemoryLedgerStore store = new InMemoryLedgerStore();
    final List<LedgerMessage> messages = new ArrayList<>();

    /** The previous coins of every transaction that the rules were asked about. */
    final List<List<Integer>> previousCoins = new ArrayList<>();

    /** Whether the coins of what is submitted from now on are to be retained. */
    public boolean retains;

    /** How often the ledger asked to be called again and was not yet. */
    int wakeUps;

    private final Ledger ledger;
    private long nextOffset = 1;

    public ExampleLedger() {
        this(StepBudget.DEFAULT);
    }

    ExampleLedger(StepBudget budget) {
        ledger = new Ledger(ID, this::admitAll, store, messages::add, budget, () -> wakeUps++);
    }

    private LedgerRules.Answer admitAll(
            String id, ExtendedTransaction extended, List<Integer> coins, byte[] offChain) {
        previousCoins.add(coins);
        Instructions removing = admittingAll(extended.transaction(), coins);
        return LedgerRules.Answer.of(
                retains ? new Instructions(removing.outputsToAdmit(), coins, List.of()) : removing);
    }

    static Instructions admittingAll(Transaction transaction, List<Integer> coins) {
        List<Integer> outputs = IntStream.range(0, transaction.outputCount()).boxed().toList();
        return new Instructions(outputs, List.of(), coins);
    }

    /** Submits to this ledger alone. */
    public SubmissionTicket submit(Transaction transaction) {
        return propose(ExampleTickets.alone(transaction.txid(), nextOffset++), transaction);
    }

    /** Submits to this ledger and another one, which decide together. */
    public SubmissionTicket submitTogether(Transaction transaction) {
        return propose(ExampleTickets.together(transaction.txid(), nextOffset++, 2), transaction);
    }

    SubmissionTicket propose(SubmissionTicket ticket, Transaction transaction) {
        ledger.propose(ExampleTickets.first(ticket, ID, transaction));
        return ticket;
    }

    /** Submits to this ledger alone, with unmined ancestors. */
    SubmissionTicket bring(Transaction transaction, Transaction... ancestors) {
        SubmissionTicket ticket = ExampleTickets.alone(transaction.txid(), nextOffset++);
        ledger.propose(ExampleTickets.bringing(ticket, ID, transaction, ancestors));
        return ticket;
    }

    /** Submits to this ledger and another one, with unmined ancestors. */
    SubmissionTicket bringTogether(Transaction transaction, Transaction... ancestors) {
        SubmissionTicket ticket = ExampleTickets.together(transaction.txid(), nextOffset++, 2);
        ledger.propose(ExampleTickets.bringing(ticket, ID, transaction, ancestors));
        return ticket;
    }

    /** Aborts a submission at something that it brought along. */
    void abort(SubmissionTicket ticket, Transaction ancestor) {
        order(LedgerOrder.Kind.ABORT, ancestor.txid(), ticket.key());
    }

    /** Commits something that a submission brought along. */
    void commit(SubmissionTicket ticket, Transaction ancestor) {
        order(LedgerOrder.Kind.COMMIT, ancestor.txid(), ticket.key());
    }

    Application application(Transaction transaction) {
        return store.application(transaction.txid()).orElseThrow();
    }

    void propose(Proposal proposal) {
        ledger.propose(proposal);
    }

    public void commit(SubmissionTicket ticket) {
        order(LedgerOrder.Kind.COMMIT, ticket.txid(), ticket.key());
    }

    void abort(SubmissionTicket ticket) {
        order(LedgerOrder.Kind.ABORT, ticket.txid(), ticket.key());
    }

    public void rollback(Transaction transaction) {
        order(LedgerOrder.Kind.ROLLBACK, transaction.txid(), "");
    }

    void verify(SubmissionTicket ticket) {
        order(LedgerOrder.Kind.VERIFY, ticket.txid(), ticket.key());
    }

    /** A verification of the application that was the ledger's change of this number. */
    void verify(SubmissionTicket ticket, long sequence) {
        ledger.order(
                new LedgerOrder(
                        ID, LedgerOrder.Kind.VERIFY, ticket.txid(), ticket.key(), sequence));
    }

    public void finish(Transaction transaction) {
        order(LedgerOrder.Kind.FINALIZE, transaction.txid(), "");
    }

    /** A commit in spite of an objection. */
    void uphold(Transaction transaction) {
        order(LedgerOrder.Kind.COMMIT, transaction.txid(), "");
    }

    void order(LedgerOrder.Kind kind, Txid txid) {
        order(kind, txid, "");
    }

    /** Calls the ledger again as it asked for. */
    void wakeUp() {
        if (wakeUps != 1) {
            throw new AssertionError("asked to be called again %d times".formatted(wakeUps));
        }
        wakeUps = 0;
        ledger.goOn();
    }

    /** Until it asks no more. */
    void wakeUpToTheEnd() {
        while (wakeUps > 0) {
            wakeUp();
        }
    }

    private void order(LedgerOrder.Kind kind, Txid txid, String submission) {
        ledger.order(new LedgerOrder(ID, kind, txid, submission));
    }

    /** What the ledger said since it was last asked. */
    List<LedgerMessage> taken() {
        List<LedgerMessage> taken = List.copyOf(messages);
        messages.clear();
        return taken;
    }

    /** The one verdict that was given since the ledger was last asked. */
    LedgerVerdict verdict() {
        List<LedgerVerdict> verdicts = verdicts();
        if (verdicts.size() != 1) {
            throw new AssertionError("expected one verdict, not " + verdicts);
        }
        return verdicts.get(0);
    }

    List<LedgerVerdict> verdicts() {
        return taken().stream()
                .filter(LedgerMessage.Vote.class::isInstance)
                .map(message -> ((LedgerMessage.Vote) message).verdict())
                .toList();
    }

    RejectionReason refusal() {
        return verdict().rejection().orElseThrow().reason();
    }

    boolean isLive(Outpoint outpoint) {
        return store.coin(outpoint).map(coin -> coin.spender().isEmpty()).orElse(false);
    }

    boolean holds(Transaction transaction) {
        return store.application(transaction.txid()).isPresent();
    }
}

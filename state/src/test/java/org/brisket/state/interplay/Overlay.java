package org.brisket.state.interplay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ExampleTickets;
import org.brisket.state.coordination.Coordinator;
import org.brisket.state.coordination.Decision;
import org.brisket.state.coordination.InMemoryBallotStore;
import org.brisket.state.ledger.InMemoryLedgerStore;
import org.brisket.state.ledger.Instructions;
import org.brisket.state.ledger.Ledger;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerRules;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.submission.SubmissionTicket;
import org.brisket.state.tracking.InMemoryTrackingStore;
import org.brisket.state.tracking.NetworkObservation;
import org.brisket.state.tracking.RecordingEffects;
import org.brisket.state.tracking.Tracker;

/**
 * Ledgers, coordinators, trackers and a network, with a queue wherever the job has a channel. Every
 * queue keeps its order; which queue moves next is drawn by lot, so that anything that may overtake
 * does.
 */
final class Overlay {
    private static final long DEADLINE = 1_000;

    final Map<String, InMemoryLedgerStore> ledgers = new TreeMap<>();
    final Map<Txid, InMemoryTrackingStore> trackers = new HashMap<>();
    final RecordingEffects effects = new RecordingEffects();

    /** Per ledger, the transactions that it holds in the order in which it took them. */
    final Map<String, List<Transaction>> taken = new TreeMap<>();

    private final Map<Txid, InMemoryBallotStore> ballots = new HashMap<>();
    private final Map<String, Deque<Runnable>> channels = new TreeMap<>();
    private final Map<Txid, Transaction> transactions = new HashMap<>();
    private final Random lot;
    private long now = 1;

    Overlay(Random lot, List<String> ledgerIds) {
        this.lot = lot;
        for (String id : ledgerIds) {
            ledgers.put(id, new InMemoryLedgerStore());
            taken.put(id, new ArrayList<>());
        }
    }

    void submit(SubmissionTicket ticket, Transaction transaction, List<String> named) {
        transactions.put(transaction.txid(), transaction);
        for (int i = 0; i < named.size(); i++) {
            String id = named.get(i);
            Proposal proposal =
                    i == 0
                            ? ExampleTickets.first(ticket, id, transaction)
                            : ExampleTickets.later(ticket, id, transaction);
            send("proposals to " + id, () -> ledger(id).propose(proposal));
        }
    }

    /** Moves one message of one queue that has any; false if all are empty. */
    boolean step() {
        List<String> busy =
                channels.keySet().stream().filter(name -> !channels.get(name).isEmpty()).toList();
        if (busy.isEmpty()) {
            return false;
        }
        now++;
        channels.get(busy.get(lot.nextInt(busy.size()))).poll().run();
        return true;
    }

    /** Lets every deadline pass; true if that set something in motion. */
    boolean passDeadlines() {
        now += 10 * DEADLINE;
        trackers.keySet().forEach(txid -> tracker(txid).remind(txid, now));
        return channels.values().stream().anyMatch(queue -> !queue.isEmpty());
    }

    private void send(String channel, Runnable delivery) {
        channels.computeIfAbsent(channel, name -> new ArrayDeque<>()).add(delivery);
    }

    private Ledger ledger(String id) {
        LedgerRules rules = (ledger, extended, coins, offChain) -> admitAll(id, extended, coins);
        return new Ledger(id, rules, ledgers.get(id), message -> vote(id, message));
    }

    private LedgerRules.Answer admitAll(
            String id, ExtendedTransaction extended, List<Integer> coins) {
        Transaction transaction = extended.transaction();
        taken.get(id).remove(transaction);
        taken.get(id).add(transaction);
        List<Integer> outputs = IntStream.range(0, transaction.outputCount()).boxed().toList();
        return LedgerRules.Answer.of(new Instructions(outputs, List.of(), coins));
    }

    private void vote(String id, LedgerMessage message) {
        Txid txid = message.txid();
        send("votes of " + id + " on " + txid, () -> coordinator(txid).handle(message));
    }

    private Coordinator coordinator(Txid txid) {
        InMemoryBallotStore store = ballots.computeIfAbsent(txid, key -> new InMemoryBallotStore());
        return new Coordinator(
                store, decision -> send("decisions on " + txid, () -> open(decision)));
    }

    /** As the job reads decisions back: to the tracker and to the network on two ways. */
    private void open(Decision decision) {
        Txid txid = decision.txid();
        send("opened decisions on " + txid, () -> tracker(txid).decide(decision, now));
        if (decision instanceof Decision.Commit commit && !commit.transactions().isEmpty()) {
            send("broadcasts", () -> broadcast(txid));
        }
    }

    private void broadcast(Txid txid) {
        AnswerKind kind =
                switch (lot.nextInt(6)) {
                    case 0 -> AnswerKind.INVALID;
                    case 1 -> AnswerKind.POLICY;
                    default -> AnswerKind.ACCEPTED;
                };
        EndpointAnswer answer = new EndpointAnswer("e", kind, "", 0, "", List.of());
        NetworkObservation observation =
                new NetworkObservation.Answered(
                        new BroadcastOutcome(txid, List.of(answer, answer)));
        send("answers on " + txid, () -> tracker(txid).observe(observation, now));
    }

    private Tracker tracker(Txid txid) {
        InMemoryTrackingStore store =
                trackers.computeIfAbsent(txid, key -> new InMemoryTrackingStore());
        return new Tracker(store, new OrderingEffects(effects, this::deliver), DEADLINE);
    }

    private void deliver(LedgerOrder order) {
        String channel = "orders of " + order.txid() + " to " + order.ledger();
        send(channel, () -> ledger(order.ledger()).order(order));
    }
}

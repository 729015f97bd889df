package org.brisket.state.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.overlay.BasketManagers;
import org.brisket.protocol.submission.RecordPosition;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;
import org.brisket.state.ledger.LedgerId;
import org.brisket.state.submission.SubmissionTicket;

/**
 * The submissions of a run, in the order in which Kafka holds them: chains, conflicts, children
 * before their parents, and the same transaction again and again, to one or several topics and
 * whatever baskets it touches.
 */
final class Workload {
    private static final byte[] SCRIPT = {0x51};
    private static final TransactionOutput SOURCE = new TransactionOutput(1, ByteSlice.of(SCRIPT));
    private static final BasketManagers MANAGERS =
            BasketManagers.of(List.of(new SimulatedBasketManager(false)));

    private final SplittableRandom lot;
    private final int topics;
    private final int repeatsInTen;
    private final int memory;
    private final List<Transaction> transactions = new ArrayList<>();
    private final Map<Txid, Transaction> byTxid = new HashMap<>();
    private final Map<Txid, byte[]> extendedBytes = new HashMap<>();
    private final Map<Txid, List<String>> baskets = new HashMap<>();
    private final List<SimulatedSubmission> submissions = new ArrayList<>();

    Workload(SplittableRandom lot) {
        this.lot = lot;
        this.topics = 2 + lot.nextInt(SimulatedTopicManager.TOPICS - 1);
        this.repeatsInTen = 1 + lot.nextInt(7);
        this.memory = 3 + lot.nextInt(15);
    }

    int size() {
        return submissions.size();
    }

    /** The submission at an offset, which is made up when it is first asked for. */
    SimulatedSubmission at(int offset) {
        if (offset == submissions.size()) {
            submissions.add(make(offset));
        }
        return submissions.get(offset);
    }

    Map<Txid, Transaction> transactions() {
        return byTxid;
    }

    private SimulatedSubmission make(int offset) {
        boolean repeat = !transactions.isEmpty() && lot.nextInt(10) < repeatsInTen;
        Transaction transaction = repeat ? recent() : invent();
        byte[] extended = extendedBytes.get(transaction.txid());
        List<String> ledgers = chooseLedgers(baskets.get(transaction.txid()));
        SubmissionTicket ticket =
                new SubmissionTicket(
                        "s" + offset,
                        new RecordPosition("in", 0, offset),
                        transaction.txid(),
                        ledgers.size(),
                        lot.nextInt(3) > 0,
                        lot.nextInt(5) > 0,
                        0);
        return new SimulatedSubmission(ticket, transaction, extended, ledgers);
    }

    private Transaction recent() {
        int age = lot.nextInt(Math.min(memory, transactions.size()));
        return transactions.get(transactions.size() - 1 - age);
    }

    private Transaction invent() {
        Set<Outpoint> coins = new HashSet<>();
        TokenLot tokens = new TokenLot(lot);
        TransactionBuilder builder = new TransactionBuilder().lockTime(lot.nextInt(1 << 30));
        for (int inputs = 1 + lot.nextInt(4) / 2; inputs > 0; inputs--) {
            Outpoint coin = chooseCoin();
            if (coins.add(coin)) {
                builder.input(coin, SCRIPT);
                tokens.bringIn(source(coin).lockingScript());
            }
        }
        for (int outputs = 1 + lot.nextInt(3); outputs > 0; outputs--) {
            builder.output(outputs, tokens.nextScript());
        }
        return remember(builder.build());
    }

    /** An output of a recent transaction, or one that no ledger knows. */
    private Outpoint chooseCoin() {
        if (transactions.isEmpty() || lot.nextInt(4) == 0) {
            return new Outpoint(new Txid(0, 0, 0, transactions.size() + 1), lot.nextInt(9));
        }
        Transaction source = recent();
        return new Outpoint(source.txid(), lot.nextInt(source.outputCount()));
    }

    private Transaction remember(Transaction transaction) {
        ExtendedTransaction extended = extended(transaction);
        transactions.add(transaction);
        byTxid.put(transaction.txid(), transaction);
        extendedBytes.put(transaction.txid(), extended.toBytes());
        baskets.put(transaction.txid(), route(extended));
        return transaction;
    }

    /** The keys of the basket ledgers that a transaction touches. */
    private static List<String> route(ExtendedTransaction extended) {
        return MANAGERS
                .route(List.of(SimulatedBasketManager.NAME), extended)
                .<List<BasketLedger>>fold(
                        ledgers -> ledgers,
                        refused -> {
                            throw new IllegalStateException(refused.detail());
                        })
                .stream()
                .map(ledger -> LedgerId.basket(ledger).key())
                .toList();
    }

    /** Some topics, or none if there are baskets, which nobody chooses. */
    private List<String> chooseLedgers(List<String> touched) {
        List<String> ledgers = new ArrayList<>();
        for (int named = (touched.isEmpty() ? 1 : 0) + lot.nextInt(3); named > 0; named--) {
            String ledger = "TOPIC:tm_" + lot.nextInt(topics);
            if (!ledgers.contains(ledger)) {
                ledgers.add(ledger);
            }
        }
        ledgers.addAll(touched);
        return ledgers;
    }

    private ExtendedTransaction extended(Transaction transaction) {
        List<TransactionOutput> sources = new ArrayList<>();
        for (int input = 0; input < transaction.inputCount(); input++) {
            sources.add(source(transaction.previousOutput(input)));
        }
        return new ExtendedTransaction(transaction, sources);
    }

    private TransactionOutput source(Outpoint coin) {
        Transaction maker = byTxid.get(coin.txid());
        return maker == null ? SOURCE : maker.output((int) coin.index());
    }
}

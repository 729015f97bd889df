package org.brisket.bench.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.RecordPosition;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.submission.SubmissionTicket;

/**
 * The proposals and orders that one ledger gets, seeded. Scripts have the sizes of ordinary
 * payments; nobody runs them here. The coin that was made first is spent first.
 */
final class BusyTopic {
    static final String LEDGER = "TOPIC:tm_any";

    private static final int UNLOCKING = 107;
    private static final int LOCKING = 25;
    private static final int FUNDED_AT_ONCE = 100;
    private static final int CHAIN = 4;

    private final SplittableRandom random;
    private final Shape shape;
    private final Deque<Outpoint> coins = new ArrayDeque<>();
    private long made;
    private long admitted;

    BusyTopic(Shape shape, long seed) {
        this.shape = shape;
        this.random = new SplittableRandom(seed);
    }

    /** How many outputs the ledger was to admit so far. */
    long admitted() {
        return admitted;
    }

    /** Brings in so many coins. */
    List<Object> funding(int count) {
        List<Object> steps = new ArrayList<>();
        for (int left = count; left > 0; left -= FUNDED_AT_ONCE) {
            Transaction transaction = transaction(List.of(foreign()), FUNDED_AT_ONCE);
            keep(transaction);
            steps.add(proposal(ticket(transaction, 1), transaction, List.of()));
        }
        return steps;
    }

    /** The steps of so many transactions, rounded up to whole chains. */
    List<Object> steps(int transactions) {
        List<Object> steps = new ArrayList<>();
        for (int i = 0; i < transactions; i += shape == Shape.ANCESTORS ? CHAIN : 1) {
            if (shape == Shape.ANCESTORS) {
                addChain(steps);
            } else {
                addOne(steps);
            }
        }
        return steps;
    }

    private void addOne(List<Object> steps) {
        List<Outpoint> inputs =
                shape == Shape.WITH_FEE
                        ? List.of(coins.remove(), foreign())
                        : List.of(coins.remove());
        Transaction transaction = transaction(inputs, outputs());
        keep(transaction);
        SubmissionTicket ticket = ticket(transaction, shape == Shape.TOGETHER ? 2 : 1);
        steps.add(proposal(ticket, transaction, List.of()));
        if (shape == Shape.TOGETHER) {
            steps.add(order(LedgerOrder.Kind.COMMIT, ticket));
        }
    }

    private void addChain(List<Object> steps) {
        List<Transaction> chain = new ArrayList<>();
        Outpoint next = coins.remove();
        for (int i = 0; i < CHAIN; i++) {
            Transaction transaction = transaction(List.of(next), outputs());
            keep(transaction);
            next = i < CHAIN - 1 ? coins.removeLast() : next;
            chain.add(transaction);
        }
        Transaction first = chain.get(0);
        Transaction last = chain.get(CHAIN - 1);
        steps.add(proposal(ticket(first, 1), first, List.of()));
        steps.add(proposal(ticket(last, 1), last, chain.subList(0, CHAIN - 1)));
    }

    private int outputs() {
        return 1 + (int) (made % 2);
    }

    private Outpoint foreign() {
        return new Outpoint(Txid.fromInternal(bytes(32)), 0);
    }

    private Transaction transaction(List<Outpoint> inputs, int outputs) {
        TransactionBuilder builder = new TransactionBuilder();
        inputs.forEach(input -> builder.input(input, bytes(UNLOCKING)));
        for (int i = 0; i < outputs; i++) {
            builder.output(1_000, bytes(LOCKING));
        }
        made++;
        return builder.build();
    }

    private void keep(Transaction transaction) {
        for (int i = 0; i < transaction.outputCount(); i++) {
            coins.add(new Outpoint(transaction.txid(), i));
        }
        admitted += transaction.outputCount();
    }

    private SubmissionTicket ticket(Transaction transaction, int ledgers) {
        RecordPosition position = new RecordPosition("beef-submissions", 0, made);
        return new SubmissionTicket(
                position.toString(), position, transaction.txid(), ledgers, true, true, 0);
    }

    private Proposal proposal(
            SubmissionTicket ticket, Transaction transaction, List<Transaction> ancestors) {
        byte[] extended = extended(transaction);
        List<byte[]> brought = ancestors.stream().map(this::extended).toList();
        return new Proposal(
                ticket, LEDGER, extended, brought, new byte[0], Optional.of(source(ticket)));
    }

    private static KafkaRecord source(SubmissionTicket ticket) {
        RecordPosition position = ticket.position();
        return new KafkaRecord(
                position.topic(),
                position.partition(),
                position.offset(),
                0,
                new byte[8],
                new byte[0],
                List.of(Header.of("x-topics", "tm_any")));
    }

    static LedgerOrder order(LedgerOrder.Kind kind, SubmissionTicket ticket) {
        return new LedgerOrder(LEDGER, kind, ticket.txid(), ticket.key());
    }

    private byte[] extended(Transaction transaction) {
        List<TransactionOutput> sources = new ArrayList<>();
        for (int i = 0; i < transaction.inputCount(); i++) {
            sources.add(new TransactionOutput(2_000, ByteSlice.of(bytes(LOCKING))));
        }
        return new ExtendedTransaction(transaction, sources).toBytes();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}

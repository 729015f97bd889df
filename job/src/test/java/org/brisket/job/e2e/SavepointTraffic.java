package org.brisket.job.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.brisket.protocol.overlay.basket.SampleStock.KEEPER;
import static org.brisket.protocol.overlay.basket.SampleStock.available;
import static org.brisket.protocol.overlay.basket.SampleStock.consumed;
import static org.brisket.protocol.overlay.basket.SampleStock.reserved;
import static org.brisket.protocol.overlay.basket.SampleStock.token;
import static org.brisket.protocol.overlay.topic.SampleTokens.issue;
import static org.brisket.protocol.overlay.topic.SampleTokens.transfer;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.brisket.protocol.overlay.basket.StockState;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.simulator.chain.FundingPlan;

/**
 * The submissions behind a kept savepoint: a little of everything that a ledger can hold. The first
 * run to their end, the undecided are in the midst of things when it is taken, and the later ones
 * come after it.
 */
final class SavepointTraffic {
    private static final String ANY = "tm_any";
    private static final int CHAINS = 4;
    private static final int UNDECIDED = 8;
    private static final long SEED = 11;
    private static final int COINS = 60;
    private static final byte[] OPEN = TokenForge.CHANGE;

    private final TokenForge forge = new TokenForge(funding());
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final List<Transaction> roots = new ArrayList<>();

    /** The seed of the chain that proves all of them. */
    static long seed() {
        return SEED;
    }

    static FundingPlan funding() {
        return TokenForge.funding(SEED, COINS);
    }

    List<ProducerRecord<byte[], byte[]>> first() {
        records.clear();
        submitTokens();
        submitStock();
        submitChains();
        submitConflicts();
        submitRollback();
        return List.copyOf(records);
    }

    /** Each in two ledgers, which therefore wait for the decision. */
    List<ProducerRecord<byte[], byte[]>> undecided() {
        records.clear();
        for (int i = 0; i < UNDECIDED; i++) {
            submit(1, "undecided-" + i, ANY, forge.make(List.of(), received("milk")));
        }
        return List.copyOf(records);
    }

    /**
     * For each step one that spends a coin again, and one on the coins of a chain and of the last.
     */
    List<ProducerRecord<byte[], byte[]>> later(int steps) {
        records.clear();
        List<Outpoint> newest = List.of();
        for (int step = 0; step < steps; step++) {
            submit(0, "conflict-" + step, ANY, forge.make(coin(roots.get(0), 1), OPEN));
            List<Outpoint> coins = new ArrayList<>(newest);
            coins.addAll(coin(roots.get(step), 2));
            Transaction made = forge.make(coins, OPEN, OPEN);
            submit(0, "new-" + step, ANY, made);
            newest = coin(made, 1);
        }
        return List.copyOf(records);
    }

    private void submitTokens() {
        Transaction issued = submit(0, "issue", "", forge.make(List.of(), issue(100)));
        Outpoint gold = new Outpoint(issued.txid(), 0);
        Transaction transferred =
                submit(
                        0,
                        "transfer",
                        "",
                        forge.make(List.of(gold), transfer(gold, 60), transfer(gold, 40)));
        submit(0, "overdraw", "", forge.make(coin(transferred, 0), transfer(gold, 61)));
        submit(0, "burn-some", "", forge.make(coin(transferred, 1), transfer(gold, 30)));
    }

    private void submitStock() {
        Transaction receipt = submit(1, "receive", ANY, forge.make(List.of(), received("tea")));
        Transaction reserved =
                submit(
                        1,
                        "reserve",
                        "",
                        forge.make(coin(receipt, 0), reserved("tea", 20), available("tea", 30)));
        submit(1, "consume", "", forge.make(coin(reserved, 0), consumed("tea", 20)));
    }

    private byte[] received(String article) {
        return token(article, 50, StockState.AVAILABLE).received(KEEPER, forge.nextFee(), 0).lock();
    }

    private void submitChains() {
        for (int chain = 0; chain < CHAINS; chain++) {
            Transaction root =
                    submit(0, "root-" + chain, ANY, forge.make(List.of(), OPEN, OPEN, OPEN));
            Transaction child =
                    submit(0, "child-" + chain, ANY, forge.make(coin(root, 0), OPEN, OPEN));
            submit(0, "grandchild-" + chain, ANY, forge.make(coin(child, 0), OPEN));
            roots.add(root);
        }
    }

    private void submitConflicts() {
        List<Outpoint> wanted = coin(roots.get(0), 1);
        submit(0, "winner", ANY, forge.make(wanted, OPEN));
        submit(0, "loser", ANY, forge.make(wanted, OPEN, OPEN));

        byte[] greeting = ContestedTraffic.greeting("hello");
        String both = ANY + ",tm_hello";
        submit(1, "both", both, forge.make(List.of(), greeting));
        submit(1, "refused-by-one", both, forge.make(List.of(), OPEN));
        submit(1, "independent", both, forge.make(List.of(), OPEN));
        records.get(records.size() - 1)
                .headers()
                .add("brisket-atomicity", "independent".getBytes(UTF_8));
    }

    /** The network refuses what pays no fee; its child is not for the network. */
    private void submitRollback() {
        Transaction free = submit(0, "free", ANY, forge.make(0, List.of(), OPEN));
        submit(0, "free-child", ANY, forge.make(coin(free, 0), OPEN));
        records.get(records.size() - 1).headers().add("brisket-mode", "historical".getBytes(UTF_8));
    }

    /** Submissions of one partition are taken in their order. */
    private Transaction submit(int partition, String id, String topics, Transaction transaction) {
        var record =
                new ProducerRecord<byte[], byte[]>(
                        "beef-submissions", partition, null, forge.beef(transaction));
        record.headers().add("x-topics", topics.getBytes(UTF_8));
        record.headers().add("brisket-submission-id", id.getBytes(UTF_8));
        records.add(record);
        return transaction;
    }

    private static List<Outpoint> coin(Transaction maker, int output) {
        return List.of(new Outpoint(maker.txid(), output));
    }
}

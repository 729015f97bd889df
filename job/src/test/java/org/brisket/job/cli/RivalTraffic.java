package org.brisket.job.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.simulator.chain.FundingBlock;
import org.brisket.simulator.chain.FundingOptions;
import org.brisket.simulator.chain.FundingPlan;

/**
 * Families of a root in {@code tm_any} and two rivals that spend it there. Each rival is submitted
 * to {@code tm_hello}, too, which refuses it. The smaller txid comes second: it must wait in {@code
 * tm_any} until the fate of the first one is decided.
 */
final class RivalTraffic {
    private static final byte[] ANYONE = {0x51};
    private static final long SATOSHIS = 100_000;
    private static final long FEE = 200;

    private final FundingPlan funding;

    RivalTraffic(long seed, int families) {
        this.funding =
                new FundingPlan(
                        seed,
                        new FundingOptions(
                                families, 1, 4, 4, SATOSHIS, List.of(ByteSlice.of(ANYONE))));
    }

    FundingPlan funding() {
        return funding;
    }

    /** The rival that waits. */
    Txid waiting(int family) {
        return rivals(family).get(0).txid();
    }

    /** The root, the rival that goes first, and the one that waits. */
    List<ProducerRecord<byte[], byte[]>> records(int family) {
        List<Transaction> rivals = rivals(family);
        return List.of(
                record(family, "tm_any", root(family)),
                record(family, "tm_any,tm_hello", root(family), rivals.get(1)),
                record(family, "tm_any,tm_hello", root(family), rivals.get(0)));
    }

    private List<Transaction> rivals(int family) {
        Transaction root = root(family);
        return Stream.of(spend(root, FEE), spend(root, 2 * FEE))
                .sorted(Comparator.comparing(Transaction::txid))
                .toList();
    }

    private Transaction root(int family) {
        Txid funded = funded(family).txid();
        return new TransactionBuilder()
                .input(new Outpoint(funded, funding.outputOf(family)), new byte[0])
                .output(SATOSHIS - FEE, ANYONE)
                .build();
    }

    private static Transaction spend(Transaction root, long fee) {
        return new TransactionBuilder()
                .input(new Outpoint(root.txid(), 0), new byte[0])
                .output(root.satoshis(0) - fee, ANYONE)
                .build();
    }

    private Transaction funded(int family) {
        return block(family).transactions().get(funding.transactionOf(family));
    }

    private FundingBlock block(int family) {
        return funding.block(funding.blockOf(family));
    }

    private ProducerRecord<byte[], byte[]> record(
            int family, String topics, Transaction... lineage) {
        List<BeefEntry> entries = new ArrayList<>();
        entries.add(new BeefEntry.Proven(funded(family), 0));
        Stream.of(lineage).map(BeefEntry.Unproven::new).forEach(entries::add);
        Beef beef =
                new Beef(
                        BeefVersion.V1,
                        Optional.empty(),
                        List.of(block(family).proof(funding.transactionOf(family))),
                        entries);
        byte[] key = ("family " + family).getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>("beef-submissions", key, beef.toBytes());
        record.headers().add("x-topics", topics.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}

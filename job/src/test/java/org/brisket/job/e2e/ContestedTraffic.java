package org.brisket.job.e2e;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.crypto.StrictDer;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.token.PushDrop;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.simulator.chain.FundingBlock;
import org.brisket.simulator.chain.FundingOptions;
import org.brisket.simulator.chain.FundingPlan;
import org.brisket.simulator.chain.SimulatedChain;

/**
 * Families of transactions that get into each other's way. Each has a root, its child and a
 * grandchild in a row; in some the root pays no fee, which the network refuses, is not what one of
 * its topics wants, or has a second child that spends the same coin. Anyone may spend any coin.
 */
final class ContestedTraffic {
    private static final byte[] ANYONE = {0x51};
    private static final long SATOSHIS = 100_000;
    private static final long FEE = 200;
    private static final String ANY = "tm_any";
    private static final String BOTH = "tm_any,tm_hello";
    private static final Map<String, String> HISTORICAL = Map.of("brisket-mode", "historical");
    private static final Map<String, String> INDEPENDENT =
            Map.of("brisket-atomicity", "independent");

    private final int families;
    private final FundingPlan funding;
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();

    ContestedTraffic(long seed, int families) {
        this.families = families;
        this.funding =
                new FundingPlan(
                        seed,
                        new FundingOptions(
                                families, 1, 4, 4, SATOSHIS, List.of(ByteSlice.of(ANYONE))));
    }

    SimulatedChain chain(long seed) {
        return new SimulatedChain(seed, funding);
    }

    /** All families for the first time. */
    List<ProducerRecord<byte[], byte[]>> first() {
        records.clear();
        for (int family = 0; family < families; family++) {
            Transaction root = root(family);
            Transaction child = spend(root, 1, FEE);
            boolean freeRoot = isFree(family);
            send(family, topics(family), isIndependent(family) ? INDEPENDENT : Map.of(), root);
            // What is not broadcast is admitted at once, until its parent is refused.
            send(family, ANY, freeRoot ? HISTORICAL : Map.of(), root, child);
            if (family % 3 == 0) {
                send(family, ANY, Map.of(), root, spend(root, 1, 2 * FEE));
            }
            send(family, ANY, Map.of(), root, child, spend(child, 1, FEE));
        }
        return List.copyOf(records);
    }

    /** What was refused, and some of what was not, again: none of it for the network this time. */
    List<ProducerRecord<byte[], byte[]>> again() {
        records.clear();
        for (int family = 0; family < families; family += 2) {
            Transaction root = root(family);
            send(family, ANY, HISTORICAL, root);
            send(family, ANY, HISTORICAL, root, spend(root, 1, FEE));
        }
        return List.copyOf(records);
    }

    private static boolean isFree(int family) {
        return family % 8 == 0;
    }

    private static boolean isIndependent(int family) {
        return family % 8 == 3;
    }

    private static String topics(int family) {
        return family % 8 >= 1 && family % 8 <= 3 ? BOTH : ANY;
    }

    private Transaction root(int family) {
        Transaction funded =
                funding.block(funding.blockOf(family))
                        .transactions()
                        .get(funding.transactionOf(family));
        long fee = isFree(family) ? 0 : FEE;
        byte[] first = family % 8 == 1 ? greeting("hello " + family) : ANYONE;
        return new TransactionBuilder()
                .input(new Outpoint(funded.txid(), funding.outputOf(family)), new byte[0])
                .output(1, first)
                .output(SATOSHIS - 1 - fee, ANYONE)
                .build();
    }

    private static Transaction spend(Transaction parent, int output, long fee) {
        long satoshis = parent.satoshis(output);
        return new TransactionBuilder()
                .input(new Outpoint(parent.txid(), output), new byte[0])
                .output(1, ANYONE)
                .output(satoshis - 1 - fee, ANYONE)
                .build();
    }

    /** What the topic tm_hello admits. */
    static byte[] greeting(String text) {
        PrivateKey author = PrivateKey.of(BigInteger.valueOf(7));
        byte[] field = text.getBytes(StandardCharsets.UTF_8);
        byte[] signature = StrictDer.encode(author.sign(Sha256.hash(field)));
        return PushDrop.lock(author.publicKey().bytes(), List.of(field, signature));
    }

    private void send(
            int family, String topics, Map<String, String> headers, Transaction... lineage) {
        FundingBlock block = funding.block(funding.blockOf(family));
        int funded = funding.transactionOf(family);
        List<BeefEntry> entries = new ArrayList<>();
        entries.add(new BeefEntry.Proven(block.transactions().get(funded), 0));
        for (Transaction transaction : lineage) {
            entries.add(new BeefEntry.Unproven(transaction));
        }
        Beef beef =
                new Beef(BeefVersion.V1, Optional.empty(), List.of(block.proof(funded)), entries);
        byte[] key = ("family " + family).getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>("beef-submissions", key, beef.toBytes());
        record.headers().add("x-topics", topics.getBytes(StandardCharsets.UTF_8));
        headers.forEach(
                (name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        records.add(record);
    }
}

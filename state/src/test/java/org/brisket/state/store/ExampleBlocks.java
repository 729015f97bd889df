package org.brisket.state.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ExampleTransactions;

/** Made-up transactions in made-up blocks, and BEEFs of them. */
final class ExampleBlocks {
    private ExampleBlocks() {}

    /** A block of these transactions and one more, whose seed gives the block another root. */
    static MerklePath block(long height, int seed, Transaction... transactions)
            throws MalformedException {
        List<Txid> txids = new ArrayList<>();
        txids.add(ExampleTransactions.funding(1_000 + seed, 1).txid());
        for (Transaction transaction : transactions) {
            txids.add(transaction.txid());
        }
        return MerklePath.ofBlock(height, txids);
    }

    static BlockProof proof(Transaction transaction, long height, int seed)
            throws MalformedException {
        return BlockProof.of(transaction.txid(), block(height, seed, transaction));
    }

    static BroughtTransaction unproven(Transaction transaction) {
        return new BroughtTransaction(
                transaction.txid(), new RawTransaction(transaction.bytes()), Optional.empty());
    }

    static BroughtTransaction proven(Transaction transaction, BlockProof proof) {
        return new BroughtTransaction(
                transaction.txid(), new RawTransaction(transaction.bytes()), Optional.of(proof));
    }

    /** The first of so many transactions, each of which spends the one before. */
    static List<Transaction> chain(int length) {
        List<Transaction> chain = new ArrayList<>(List.of(ExampleTransactions.funding(1, 1)));
        while (chain.size() < length) {
            Transaction last = chain.get(chain.size() - 1);
            chain.add(ExampleTransactions.spending(1, ExampleTransactions.output(last, 0)));
        }
        return chain;
    }

    /** A BEEF whose first transaction is in a block at height 100. */
    static BeefGraph graph(List<Transaction> transactions) throws MalformedException {
        return beef(transactions).graph();
    }

    static Beef beef(List<Transaction> transactions) throws MalformedException {
        List<BeefEntry> entries = new ArrayList<>();
        entries.add(new BeefEntry.Proven(transactions.get(0), 0));
        transactions.stream().skip(1).map(BeefEntry.Unproven::new).forEach(entries::add);
        MerklePath path = block(100, 1, transactions.get(0));
        return new Beef(BeefVersion.V1, Optional.empty(), List.of(path), entries);
    }
}

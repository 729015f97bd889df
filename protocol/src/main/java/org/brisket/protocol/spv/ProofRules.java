package org.brisket.protocol.spv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.RejectionReason;

/** The rules about proofs: each proven transaction leads, from its own txid, to its root. */
final class ProofRules {
    private ProofRules() {}

    static List<RootQuery> requiredRoots(BeefGraph graph, List<BeefEntry.Proven> proven)
            throws Refusal {
        Map<Long, MerkleRoot> rootByHeight = new HashMap<>();
        List<RootQuery> queries = new ArrayList<>();
        for (BeefEntry.Proven entry : proven) {
            MerklePath path = graph.beef().bumps().get(entry.bump());
            MerkleRoot root = root(entry.content(), path);
            MerkleRoot known = rootByHeight.putIfAbsent(path.blockHeight(), root);
            if (known == null) {
                queries.add(new RootQuery(path.blockHeight(), root));
            } else if (!known.equals(root)) {
                throw Refusal.of(
                        RejectionReason.INVALID_MERKLE_PATH,
                        "two roots at height %d: %s and, for %s, %s",
                        path.blockHeight(),
                        known,
                        entry.txid(),
                        root);
            }
        }
        return queries;
    }

    private static MerkleRoot root(Transaction transaction, MerklePath path) throws Refusal {
        TransactionRules.requireNotNodeSized(transaction);
        try {
            requireCoinbaseFirst(transaction, path.indexOf(transaction.txid()));
            return path.rootOf(transaction.txid());
        } catch (MalformedException e) {
            throw Refusal.of(
                    RejectionReason.INVALID_MERKLE_PATH,
                    "%s at height %d: %s",
                    transaction.txid(),
                    path.blockHeight(),
                    e.getMessage());
        }
    }

    private static void requireCoinbaseFirst(Transaction transaction, long index) throws Refusal {
        if (transaction.isCoinbase() && index != 0) {
            throw Refusal.of(
                    RejectionReason.INVALID_MERKLE_PATH,
                    "coinbase %s stands at index %d of its block, not at 0",
                    transaction.txid(),
                    index);
        }
    }
}

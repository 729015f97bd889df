package org.brisket.state.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.limit.Limit;
import org.brisket.protocol.limit.LimitExceededException;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.Transaction;

/**
 * Puts the BEEF of a transaction together out of stored ones, from the subject up to what is in a
 * block. Whoever walks looks up what is {@link #missing} and tells it, one generation after the
 * other, until nothing is missing.
 */
public final class BeefWalk {
    private record Found(Transaction transaction, Optional<BlockProof> proof) {}

    private final Txid subject;
    private final Limits limits;
    private final Map<Txid, Found> found = new HashMap<>();
    private final Map<Txid, Txid> neededBy = new LinkedHashMap<>();
    private long bytes;

    /**
     * A walk that has not begun.
     *
     * @param limits on a BEEF's transactions and bytes
     */
    public BeefWalk(Txid subject, Limits limits) {
        this.subject = subject;
        this.limits = limits;
        neededBy.put(subject, subject);
    }

    /** What to look up next; nothing once the BEEF is complete. */
    public List<Txid> missing() {
        return neededBy.keySet().stream().filter(txid -> !found.containsKey(txid)).toList();
    }

    /** The transaction that spends an output of a missing one; the subject is its own. */
    public Txid neededBy(Txid txid) {
        return neededBy.get(txid);
    }

    /**
     * A missing transaction was looked up.
     *
     * @throws LimitExceededException if the BEEF gets more transactions or bytes than it may have
     * @throws MalformedException if it is another transaction, or does not parse
     */
    public void found(BroughtTransaction stored) throws MalformedException {
        Transaction transaction = Transaction.parse(stored.raw().bytes().toByteArray());
        if (!transaction.txid().equals(stored.txid()) || !neededBy.containsKey(stored.txid())) {
            throw MalformedException.of(
                    "transaction %s was found for %s", transaction.txid(), stored.txid());
        }
        if (found.putIfAbsent(stored.txid(), new Found(transaction, stored.proof())) != null) {
            return;
        }
        if (stored.proof().isEmpty()) {
            for (Txid parent : BroughtTransaction.parents(transaction)) {
                neededBy.putIfAbsent(parent, stored.txid());
            }
        }
        bytes += transaction.size();
        limits.require(Limit.TRANSACTIONS, neededBy.size());
        limits.require(Limit.RECORD_BYTES, bytes);
    }

    /**
     * The BEEF (V1) of what was found: parents first and the subject last, one merkle path for each
     * block.
     *
     * @throws MalformedException if two proofs of one block contradict each other
     */
    public Beef beef() throws MalformedException {
        if (!missing().isEmpty()) {
            throw new IllegalStateException("a BEEF that lacks " + missing());
        }
        List<Txid> order = parentsFirst();
        Map<RootQuery, MerklePath> paths = paths(order);
        List<RootQuery> blocks = List.copyOf(paths.keySet());
        List<BeefEntry> entries = new ArrayList<>(order.size());
        for (Txid txid : order) {
            Found one = found.get(txid);
            entries.add(
                    one.proof.isEmpty()
                            ? new BeefEntry.Unproven(one.transaction)
                            : new BeefEntry.Proven(
                                    one.transaction, blocks.indexOf(one.proof.get().block())));
        }
        return new Beef(BeefVersion.V1, Optional.empty(), List.copyOf(paths.values()), entries);
    }

    private Map<RootQuery, MerklePath> paths(List<Txid> order) throws MalformedException {
        Map<RootQuery, MerklePath> paths = new LinkedHashMap<>();
        for (Txid txid : order) {
            Optional<BlockProof> proof = found.get(txid).proof;
            if (proof.isPresent()) {
                MerklePath known = paths.get(proof.get().block());
                MerklePath path = proof.get().path();
                paths.put(proof.get().block(), known == null ? path : known.combine(path));
            }
        }
        return paths;
    }

    /** Depth first without recursion: a transaction is listed when its parents are. */
    private List<Txid> parentsFirst() {
        Set<Txid> listed = new LinkedHashSet<>();
        Set<Txid> entered = new HashSet<>();
        Deque<Txid> open = new ArrayDeque<>(List.of(subject));
        while (!open.isEmpty()) {
            Txid txid = open.peek();
            if (!entered.add(txid)) {
                listed.add(open.pop());
            } else if (found.get(txid).proof.isEmpty()) {
                BroughtTransaction.parents(found.get(txid).transaction).stream()
                        .filter(parent -> !entered.contains(parent))
                        .forEach(open::push);
            }
        }
        return List.copyOf(listed);
    }
}

package org.brisket.protocol.beef;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionOutput;

/**
 * A BEEF whose parts fit together: every txid once, the subject present, each proven transaction in
 * the path that it names. Order of the entries is of no importance.
 */
public final class BeefGraph {
    private final Beef beef;
    private final Map<Txid, BeefEntry> entries;
    private final Transaction subject;

    private BeefGraph(Beef beef, Map<Txid, BeefEntry> entries, Transaction subject) {
        this.beef = beef;
        this.entries = entries;
        this.subject = subject;
    }

    static BeefGraph of(Beef beef) throws MalformedException {
        if (beef.entries().isEmpty()) {
            throw new MalformedException("a BEEF without transactions has no subject");
        }
        Map<Txid, BeefEntry> entries = new HashMap<>(2 * beef.entries().size());
        for (BeefEntry entry : beef.entries()) {
            if (entries.put(entry.txid(), entry) != null) {
                throw MalformedException.of("transaction %s occurs twice", entry.txid());
            }
            requireProofContains(beef, entry);
        }
        return new BeefGraph(beef, entries, subject(beef, entries));
    }

    private static void requireProofContains(Beef beef, BeefEntry entry) throws MalformedException {
        if (entry instanceof BeefEntry.Proven proven
                && !beef.bumps().get(proven.bump()).contains(proven.txid())) {
            throw MalformedException.of(
                    "transaction %s is not in merkle path %d", proven.txid(), proven.bump());
        }
    }

    private static Transaction subject(Beef beef, Map<Txid, BeefEntry> entries)
            throws MalformedException {
        Txid last = beef.entries().get(beef.entries().size() - 1).txid();
        Txid subject = beef.atomicSubject().orElse(last);
        BeefEntry entry = entries.get(subject);
        if (entry == null || entry.transaction().isEmpty()) {
            throw MalformedException.of("the subject transaction %s is not in the BEEF", subject);
        }
        return entry.transaction().get();
    }

    public Beef beef() {
        return beef;
    }

    /** The transaction that the BEEF conveys: the atomic subject, else the last one. */
    public Transaction subject() {
        return subject;
    }

    public Optional<BeefEntry> find(Txid txid) {
        return Optional.ofNullable(entries.get(txid));
    }

    public Optional<Transaction> transaction(Txid txid) {
        return find(txid).flatMap(BeefEntry::transaction);
    }

    /** The merkle path of a proven transaction. */
    public Optional<MerklePath> proof(Txid txid) {
        return find(txid).flatMap(BeefEntry::bumpIndex).map(beef.bumps()::get);
    }

    public boolean isProven(Txid txid) {
        return entries.get(txid) instanceof BeefEntry.Proven;
    }

    /** The outputs that a transaction spends, in input order; empty if the BEEF lacks one. */
    public Optional<List<TransactionOutput>> sourceOutputs(Transaction transaction) {
        List<TransactionOutput> sources = new ArrayList<>(transaction.inputCount());
        for (int input = 0; input < transaction.inputCount(); input++) {
            var previous = transaction.previousOutput(input);
            Optional<Transaction> source = transaction(previous.txid());
            if (source.isEmpty() || previous.index() >= source.get().outputCount()) {
                return Optional.empty();
            }
            sources.add(source.get().output((int) previous.index()));
        }
        return Optional.of(sources);
    }
}

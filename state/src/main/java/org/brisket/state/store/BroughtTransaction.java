package org.brisket.state.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;

/** One of the transactions that a BEEF brings, with its proof if the BEEF has one. */
public record BroughtTransaction(Txid txid, RawTransaction raw, Optional<BlockProof> proof) {

    /**
     * The subject and all that it stands on, up to what is proven, each once. What else is in the
     * BEEF was not verified and is left out.
     *
     * @param verified a BEEF that passed verification
     */
    public static List<BroughtTransaction> allOf(BeefGraph verified) {
        List<BroughtTransaction> brought = new ArrayList<>();
        Set<Txid> seen = new HashSet<>();
        Deque<Txid> open = new ArrayDeque<>(List.of(verified.subject().txid()));
        while (!open.isEmpty()) {
            Txid txid = open.pop();
            if (seen.add(txid)) {
                BroughtTransaction one = of(txid, verified);
                brought.add(one);
                if (one.proof.isEmpty()) {
                    parents(verified.transaction(txid).orElseThrow()).forEach(open::push);
                }
            }
        }
        return brought;
    }

    private static BroughtTransaction of(Txid txid, BeefGraph verified) {
        Transaction transaction =
                verified.find(txid)
                        .flatMap(BeefEntry::transaction)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "a verified BEEF lacks transaction " + txid));
        return new BroughtTransaction(
                txid, new RawTransaction(transaction.bytes()), proof(txid, verified));
    }

    private static Optional<BlockProof> proof(Txid txid, BeefGraph verified) {
        try {
            return verified.proof(txid).isEmpty()
                    ? Optional.empty()
                    : Optional.of(BlockProof.of(txid, verified.proof(txid).get()));
        } catch (MalformedException e) {
            throw new IllegalStateException("a verified BEEF does not prove " + txid, e);
        }
    }

    /**
     * A BEEF (V1) of this transaction alone. With the proof it is whole, without it the parents are
     * to be added.
     */
    public Beef alone() {
        Transaction transaction = parsed();
        BeefEntry entry =
                proof.<BeefEntry>map(p -> new BeefEntry.Proven(transaction, 0))
                        .orElseGet(() -> new BeefEntry.Unproven(transaction));
        return new Beef(
                BeefVersion.V1,
                Optional.empty(),
                proof.map(BlockProof::path).stream().toList(),
                List.of(entry));
    }

    private Transaction parsed() {
        try {
            return Transaction.parse(raw.bytes().toByteArray());
        } catch (MalformedException e) {
            throw new IllegalStateException("a stored transaction does not parse: " + txid, e);
        }
    }

    static List<Txid> parents(Transaction transaction) {
        List<Txid> parents = new ArrayList<>(transaction.inputCount());
        for (int input = 0; input < transaction.inputCount(); input++) {
            parents.add(transaction.previousOutput(input).txid());
        }
        return parents;
    }
}

package org.brisket.simulator.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.Transaction;

/**
 * A transaction with all that proves it: one mined transaction with its merkle path, and the
 * unmined ones that follow from it in a row, the subject last.
 */
record Lineage(Transaction mined, MerklePath proof, List<Transaction> unmined) {
    Lineage {
        unmined = List.copyOf(unmined);
    }

    /** What a coin of a mined transaction brings along. */
    static Lineage of(Transaction mined, MerklePath proof) {
        return new Lineage(mined, proof, List.of());
    }

    Transaction subject() {
        return unmined.isEmpty() ? mined : unmined.get(unmined.size() - 1);
    }

    Lineage then(Transaction child) {
        List<Transaction> longer = new ArrayList<>(unmined);
        longer.add(child);
        return new Lineage(mined, proof, longer);
    }

    Lineage withProof(MerklePath other) {
        return new Lineage(mined, other, unmined);
    }

    Beef toBeef(BeefVersion version) {
        List<BeefEntry> entries = new ArrayList<>(unmined.size() + 1);
        entries.add(new BeefEntry.Proven(mined, 0));
        unmined.forEach(transaction -> entries.add(new BeefEntry.Unproven(transaction)));
        return new Beef(version, Optional.empty(), List.of(proof), entries);
    }
}

package org.brisket.bench.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.Transaction;

/** Collects transactions and paths, in the order in which they are given, and writes them. */
public final class BeefBundle {
    private final List<MerklePath> bumps = new ArrayList<>();
    private final List<BeefEntry> entries = new ArrayList<>();

    public BeefBundle add(Mined mined) {
        bumps.add(mined.path());
        return proven(mined.transaction(), bumps.size() - 1);
    }

    /** A transaction that a path added before proves. */
    public BeefBundle proven(Transaction transaction, int bump) {
        entries.add(new BeefEntry.Proven(transaction, bump));
        return this;
    }

    public BeefBundle add(Transaction unmined) {
        entries.add(new BeefEntry.Unproven(unmined));
        return this;
    }

    public BeefBundle add(Txid known) {
        entries.add(new BeefEntry.TxidOnly(known));
        return this;
    }

    public Beef beef() {
        return new Beef(BeefVersion.V2, Optional.empty(), bumps, entries);
    }

    public byte[] toBytes() {
        return beef().toBytes();
    }
}

package org.brisket.protocol.beef;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.merkle.MerklePath;

/**
 * A bundle of transactions with the merkle paths that anchor them (BRC-62, BRC-96). With an atomic
 * subject it is Atomic BEEF (BRC-95).
 *
 * <pre>
 * [01010101 | subject txid 32 internal]
 * version u32 (0100beef or 0200beef on the wire) | nBumps varint | bumps | nTx varint | entries
 * V1 entry: raw transaction | 00, or 01 and bump index varint
 * V2 entry: 00 raw | 01 bump index varint, raw | 02 txid 32 internal
 * </pre>
 *
 * Parsing checks the shape; {@link #graph()} checks how the parts refer to each other.
 */
public record Beef(
        BeefVersion version,
        Optional<Txid> atomicSubject,
        List<MerklePath> bumps,
        List<BeefEntry> entries) {

    public Beef {
        bumps = List.copyOf(bumps);
        entries = List.copyOf(entries);
    }

    /** Parses binary BEEF of any version, atomic or not, within the limits. */
    public static Beef parse(byte[] bytes, BeefLimits limits) throws MalformedException {
        return parse(bytes, limits.limits());
    }

    /** As {@link #parse(byte[], BeefLimits)}; an excess is told apart from what is malformed. */
    public static Beef parse(byte[] bytes, Limits limits) throws MalformedException {
        return new BeefParser(bytes, limits).parse();
    }

    /** How the transactions refer to each other and to the paths; refuses what does not fit. */
    public BeefGraph graph() throws MalformedException {
        return BeefGraph.of(this);
    }

    public byte[] toBytes() {
        return BeefWriter.write(this);
    }

    public Beef withVersion(BeefVersion newVersion) {
        return new Beef(newVersion, atomicSubject, bumps, entries);
    }

    public Beef withAtomicSubject(Txid subject) {
        return new Beef(version, Optional.of(subject), bumps, entries);
    }
}

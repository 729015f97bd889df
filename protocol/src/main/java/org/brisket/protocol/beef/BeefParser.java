package org.brisket.protocol.beef;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.limit.Limit;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.Transaction;

/** Reads the three wire forms of BEEF strictly: known versions, known markers, nothing behind. */
final class BeefParser {
    /** Height, tree height, one level with one leaf. */
    private static final int SMALLEST_BUMP = 5;

    /** In V2 an entry may be a marker and a txid; in V1 it is longer. */
    private static final int SMALLEST_ENTRY = 33;

    private final ByteReader reader;
    private final Limits limits;

    BeefParser(byte[] bytes, Limits limits) {
        this.reader = new ByteReader(bytes);
        this.limits = limits;
    }

    Beef parse() throws MalformedException {
        limits.require(Limit.RECORD_BYTES, reader.remaining());
        int magic = reader.readInt();
        Optional<Txid> subject = Optional.empty();
        if (magic == BeefVersion.ATOMIC_PREFIX) {
            subject = Optional.of(Txid.read(reader));
            magic = reader.readInt();
        }
        BeefVersion version = version(magic);
        List<MerklePath> bumps = readBumps();
        List<BeefEntry> entries = readEntries(version, bumps.size());
        reader.expectEnd("BEEF");
        return new Beef(version, subject, bumps, entries);
    }

    private static BeefVersion version(int magic) throws MalformedException {
        for (BeefVersion version : BeefVersion.values()) {
            if (version.magic() == magic) {
                return version;
            }
        }
        throw MalformedException.of(
                "BEEF begins with %08x, expected 0100beef, 0200beef or 01010101",
                Integer.reverseBytes(magic));
    }

    private List<MerklePath> readBumps() throws MalformedException {
        int count = reader.readCount(SMALLEST_BUMP, "merkle paths");
        limits.require(Limit.MERKLE_PATHS, count);
        List<MerklePath> bumps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            MerklePath path = MerklePath.read(reader);
            limits.require(Limit.TREE_HEIGHT, path.treeHeight());
            bumps.add(path);
        }
        return bumps;
    }

    private Transaction readTransaction() throws MalformedException {
        Transaction transaction = Transaction.read(reader);
        limits.require(Limit.INPUTS, transaction.inputCount());
        limits.require(Limit.OUTPUTS, transaction.outputCount());
        return transaction;
    }

    private List<BeefEntry> readEntries(BeefVersion version, int bumpCount)
            throws MalformedException {
        int count = reader.readCount(SMALLEST_ENTRY, "transactions");
        limits.require(Limit.TRANSACTIONS, count);
        List<BeefEntry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(version == BeefVersion.V1 ? readV1(bumpCount) : readV2(bumpCount));
        }
        return entries;
    }

    private BeefEntry readV1(int bumpCount) throws MalformedException {
        Transaction transaction = readTransaction();
        int hasBump = reader.readUnsignedByte();
        return switch (hasBump) {
            case 0 -> new BeefEntry.Unproven(transaction);
            case 1 -> new BeefEntry.Proven(transaction, readBumpIndex(bumpCount));
            default -> throw MalformedException.of("merkle path marker %d, not 0 or 1", hasBump);
        };
    }

    private BeefEntry readV2(int bumpCount) throws MalformedException {
        int format = reader.readUnsignedByte();
        switch (format) {
            case 0:
                return new BeefEntry.Unproven(readTransaction());
            case 1:
                int bumpIndex = readBumpIndex(bumpCount);
                return new BeefEntry.Proven(readTransaction(), bumpIndex);
            case 2:
                return new BeefEntry.TxidOnly(Txid.read(reader));
            default:
                throw MalformedException.of("transaction format %d, not 0, 1 or 2", format);
        }
    }

    private int readBumpIndex(int bumpCount) throws MalformedException {
        long index = reader.readVarint();
        if (index >= bumpCount) {
            throw MalformedException.of("merkle path index %d of %d", index, bumpCount);
        }
        return (int) index;
    }
}

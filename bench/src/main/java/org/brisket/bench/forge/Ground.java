package org.brisket.bench.forge;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;

/**
 * The mined ground that one forged BEEF stands on: it mines transactions into blocks of their own
 * with random siblings, and remembers the headers' roots. Seeded, so the same calls give the same
 * bytes.
 */
public final class Ground {
    /** About a thousand transactions in each block. */
    private static final int TREE_HEIGHT = 10;

    private static final int SIGNATURE_AND_KEY = 107;

    private final SplittableRandom random;
    private final SeededKeys keys;
    private final Map<Long, MerkleRoot> rootByHeight = new TreeMap<>();
    private long nextHeight;

    public Ground(long seed, long firstHeight) {
        this.random = new SplittableRandom(seed);
        this.keys = new SeededKeys(seed);
        this.nextHeight = firstHeight;
    }

    public SplittableRandom random() {
        return random;
    }

    public SeededKeys keys() {
        return keys;
    }

    /** What honest header services say about the blocks that were mined so far. */
    public Map<Long, MerkleRoot> headers() {
        return Map.copyOf(rootByHeight);
    }

    public byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    public Txid randomTxid() {
        return Txid.fromInternal(randomBytes(32));
    }

    /** A transaction with these outputs, in a block. What it spends nobody knows any more. */
    public Mined mined(TransactionBuilder outputs) {
        Transaction transaction = unrooted(outputs);
        return mine(transaction);
    }

    /** As {@link #mined}, but in no block. */
    public Transaction unrooted(TransactionBuilder outputs) {
        Outpoint forgotten = new Outpoint(randomTxid(), random.nextInt(4));
        return outputs.input(forgotten, randomBytes(SIGNATURE_AND_KEY)).build();
    }

    public Mined mine(Transaction transaction) {
        return mine(transaction, 2 * random.nextInt(1 << (TREE_HEIGHT - 1)));
    }

    /**
     * @param index the transaction's place in its block, even
     */
    public Mined mine(Transaction transaction, int index) {
        ByteWriter bump = new ByteWriter(400);
        bump.writeVarint(nextHeight).writeByte(TREE_HEIGHT);
        bump.writeVarint(2).writeVarint(index).writeByte(2);
        bump.write(transaction.txid().toInternal());
        bump.writeVarint(index + 1).writeByte(0).write(randomBytes(Sha256.LENGTH));
        for (int level = 1; level < TREE_HEIGHT; level++) {
            bump.writeVarint(1).writeVarint((index >> level) ^ 1).writeByte(0);
            bump.write(randomBytes(Sha256.LENGTH));
        }
        return prove(transaction, bump.toByteArray());
    }

    /** Takes a block's path as it is and its root as the header's. */
    public Mined prove(Transaction transaction, byte[] bump) {
        try {
            MerklePath path = MerklePath.parse(bump);
            rootByHeight.put(path.blockHeight(), path.rootOf(transaction.txid()));
            nextHeight = Math.max(nextHeight, path.blockHeight() + 1);
            return new Mined(transaction, path);
        } catch (MalformedException e) {
            throw new IllegalStateException("forged a path that does not hold", e);
        }
    }

    public long nextHeight() {
        return nextHeight;
    }
}

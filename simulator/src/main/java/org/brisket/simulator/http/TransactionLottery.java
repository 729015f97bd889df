package org.brisket.simulator.http;

import java.util.HashSet;
import java.util.Set;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.hash.Txid;

/**
 * Draws some of the transactions that come by: a share of them by seed and txid alone, until a
 * number is drawn. Asked again about the same one it says the same. Safe for concurrent use.
 */
public final class TransactionLottery {
    private final int count;
    private final double share;
    private final long seed;
    private final Set<Txid> drawn = new HashSet<>();

    /**
     * @param count how many at most
     * @param share the chance of each, 0 to 1
     */
    public TransactionLottery(int count, double share, long seed) {
        if (count < 0 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "a lottery of " + count + " transactions with a chance of " + share);
        }
        this.count = count;
        this.share = share;
        this.seed = seed;
    }

    /** One that draws nothing. */
    public static TransactionLottery none() {
        return new TransactionLottery(0, 0, 0);
    }

    /** Whether the transaction is drawn, now or before. */
    public synchronized boolean draws(Txid txid) {
        boolean now = drawn.size() < count && point(txid) < share;
        return now ? drawn.add(txid) || drawn.contains(txid) : drawn.contains(txid);
    }

    private double point(Txid txid) {
        byte[] hash =
                Sha256.hash(
                        new ByteWriter(40).writeLong(seed).write(txid.toInternal()).toByteArray());
        long bits = 0;
        for (int i = 0; i < 6; i++) {
            bits = bits << 8 | hash[i] & 0xFF;
        }
        return bits / (double) (1L << 48);
    }

    /** What has been drawn so far. */
    public synchronized Set<Txid> drawn() {
        return Set.copyOf(drawn);
    }
}

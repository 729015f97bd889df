package org.brisket.protocol.header;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.MerkleRoot;

/** Makes headers that keep the rules of a regression test network, where work is easy. */
public final class HeaderMine {
    public static final int EASIEST_BITS = 0x207FFFFF;
    public static final long START = 1_700_000_000;

    private HeaderMine() {}

    public static BlockHeader genesis() {
        return mine(new BlockHash(0, 0, 0, 0), 0, START, EASIEST_BITS);
    }

    /**
     * @param mark makes blocks on one parent different
     */
    public static BlockHeader on(BlockHeader parent, long mark) {
        return mine(parent.hash(), mark, parent.time() + 600, EASIEST_BITS);
    }

    /** So many headers on a parent, the first of them first. */
    public static List<BlockHeader> branch(BlockHeader parent, int length, long mark) {
        List<BlockHeader> headers = new ArrayList<>();
        BlockHeader tip = parent;
        for (int i = 0; i < length; i++) {
            tip = on(tip, mark);
            headers.add(tip);
        }
        return headers;
    }

    public static BlockHeader mine(BlockHash previous, long mark, long time, int bits) {
        for (int nonce = 0; ; nonce++) {
            BlockHeader header =
                    new BlockHeader(4, previous, new MerkleRoot(mark, 2, 3, 4), time, bits, nonce);
            if (Target.isReachedBy(header.hash(), Target.fromBits(EASIEST_BITS))) {
                return header;
            }
        }
    }
}

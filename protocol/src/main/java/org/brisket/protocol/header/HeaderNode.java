package org.brisket.protocol.header;

import java.math.BigInteger;
import java.util.Arrays;
import org.brisket.protocol.hash.BlockHash;

/** A header in its place: what is below it, and how much work stands in it and below. */
final class HeaderNode {
    private static final int MEDIAN_OF = 11;

    private final BlockHeader header;
    private final BlockHash hash;
    private final long height;
    private final BigInteger chainWork;

    /** Null at the anchor, and where what is below was forgotten. */
    private HeaderNode parent;

    HeaderNode(
            BlockHeader header,
            BlockHash hash,
            long height,
            BigInteger chainWork,
            HeaderNode parent) {
        this.header = header;
        this.hash = hash;
        this.height = height;
        this.chainWork = chainWork;
        this.parent = parent;
    }

    BlockHeader header() {
        return header;
    }

    BlockHash hash() {
        return hash;
    }

    long height() {
        return height;
    }

    /** The sum of work from the anchor on. */
    BigInteger chainWork() {
        return chainWork;
    }

    HeaderNode parent() {
        return parent;
    }

    void forgetParent() {
        parent = null;
    }

    /** So many steps down, or null where it is not remembered. */
    HeaderNode ancestor(int steps) {
        HeaderNode node = this;
        for (int i = 0; i < steps && node != null; i++) {
            node = node.parent;
        }
        return node;
    }

    /** Near the anchor the median is that of fewer blocks, and refuses nothing. */
    boolean hasWholeMedian() {
        return ancestor(MEDIAN_OF - 1) != null;
    }

    /** The median time of this block and its ten predecessors, or of as many as there are. */
    long medianTimePast() {
        long[] times = new long[MEDIAN_OF];
        int count = 0;
        for (HeaderNode node = this; node != null && count < MEDIAN_OF; node = node.parent) {
            times[count++] = node.header.time();
        }
        Arrays.sort(times, 0, count);
        return times[count / 2];
    }
}

package org.brisket.connectors.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.header.BlockHeader;

/**
 * Where one tracker's chain has been read to. It asks for the last known header again together with
 * those above it, so that a reorganisation shows, and then goes back in doubling steps to a header
 * that both know. One instance belongs to one thread.
 */
final class HeaderCursor {
    /** Deeper than any reorganisation; after a restart so much is read again. */
    static final int DEPTH = 1_000;

    private static final long MAX_SECONDS_AHEAD = 2 * 60 * 60;

    private final long start;
    private final TreeMap<Long, BlockHash> seen = new TreeMap<>();
    private long next;
    private long step = 1;
    private boolean behind;

    /**
     * @param start the lowest height of interest
     * @param position a {@link #position()} of an earlier life, or the start
     */
    HeaderCursor(long start, long position) {
        this.start = start;
        this.next = Math.max(start, position - DEPTH);
    }

    /** The lowest height that has not been read. */
    long position() {
        return next;
    }

    /** True if there is more to be had at once. */
    boolean isBehind() {
        return behind;
    }

    /** The height to ask for. */
    long from(long tip, long lowestAvailable) {
        long overlapping = Math.min(next - 1, tip);
        return Math.max(start, Math.max(overlapping, lowestAvailable));
    }

    /**
     * Takes in what a tracker gave.
     *
     * @param from the height of the first header
     * @param tip what the tracker said about its chain
     * @return the headers that were not read before, as far as they are linked
     */
    List<BlockHeader> take(long from, List<BlockHeader> headers, long tip, long nowSeconds) {
        behind = false;
        List<BlockHeader> linked = linked(headers, nowSeconds);
        if (linked.isEmpty()) {
            return List.of();
        }
        BlockHash known = seen.get(from);
        if (known != null && !known.equals(linked.get(0).hash()) && from > start) {
            goBack(from);
            return List.of();
        }
        step = 1;
        List<BlockHeader> fresh = remember(from, linked);
        long before = next;
        next = from + linked.size();
        behind = next > before && next <= tip;
        return fresh;
    }

    /** A header too far in the future may be a good one later, so it is left for later. */
    private static List<BlockHeader> linked(List<BlockHeader> headers, long nowSeconds) {
        List<BlockHeader> linked = new ArrayList<>(headers.size());
        BlockHash previous = null;
        for (BlockHeader header : headers) {
            boolean breaks = previous != null && !header.previous().equals(previous);
            if (breaks || header.time() > nowSeconds + MAX_SECONDS_AHEAD) {
                break;
            }
            linked.add(header);
            previous = header.hash();
        }
        return linked;
    }

    private void goBack(long from) {
        seen.tailMap(from, true).clear();
        next = Math.max(start, from - step) + 1;
        step = Math.min(2 * step, DEPTH);
        behind = true;
    }

    private List<BlockHeader> remember(long from, List<BlockHeader> linked) {
        List<BlockHeader> fresh = new ArrayList<>(linked.size());
        long height = from;
        for (BlockHeader header : linked) {
            BlockHash hash = header.hash();
            if (!hash.equals(seen.put(height, hash))) {
                fresh.add(header);
            }
            height++;
        }
        seen.tailMap(height, true).clear();
        seen.headMap(height - DEPTH).clear();
        return fresh;
    }
}

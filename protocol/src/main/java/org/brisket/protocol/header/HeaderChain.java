package org.brisket.protocol.header;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.spv.ChainTip;

/**
 * All headers above a trusted one that could be in the best chain: the one with the most work, of
 * two with the same work the one seen first. Proof of work, links, times, difficulty and
 * checkpoints are checked, so nobody has to be trusted for what stands above the anchor. Memory is
 * bounded: only so many headers below the tip are kept. One instance belongs to one thread.
 */
public final class HeaderChain {
    /** Forgetting takes a look at every header, so it is done once for so many. */
    private static final int FORGET_AT_ONCE = 128;

    private final HeaderRules rules;
    private final HeaderChecks checks;
    private final int kept;
    private final Map<BlockHash, HeaderNode> byHash = new HashMap<>();
    private final TreeMap<Long, HeaderNode> best = new TreeMap<>();

    private HeaderChain(HeaderRules rules, int kept) {
        this.rules = rules;
        this.checks = new HeaderChecks(rules);
        this.kept = kept;
    }

    /**
     * A chain of one header.
     *
     * @param height of the anchor, which is taken on trust
     * @param kept headers below the tip that are remembered; at least 147, so that the difficulty
     *     can be checked
     */
    public static HeaderChain from(HeaderRules rules, BlockHeader anchor, long height, int kept) {
        if (height < 0 || kept < 147) {
            throw new IllegalArgumentException(
                    "an anchor at height " + height + " with " + kept + " headers kept");
        }
        HeaderChain chain = new HeaderChain(rules, kept);
        HeaderNode node = new HeaderNode(anchor, anchor.hash(), height, BigInteger.ZERO, null);
        chain.byHash.put(node.hash(), node);
        chain.best.put(height, node);
        return chain;
    }

    /**
     * The chain that {@link #headers()} was taken from.
     *
     * @param height of the first header
     */
    public static HeaderChain restore(
            HeaderRules rules, List<BlockHeader> headers, long height, int kept) {
        HeaderChain chain = from(rules, headers.get(0), height, kept);
        for (BlockHeader header : headers.subList(1, headers.size())) {
            HeaderNode parent = chain.byHash.get(header.previous());
            if (parent != null) {
                chain.add(header, header.hash(), parent);
            }
        }
        return chain;
    }

    /**
     * Takes a header in, if it belongs to any branch.
     *
     * @param nowSeconds the clock, in seconds since 1970
     */
    public HeaderOutcome accept(BlockHeader header, long nowSeconds) {
        BlockHash hash = header.hash();
        if (byHash.containsKey(hash)) {
            return new HeaderOutcome.Known();
        }
        Optional<HeaderOutcome.Refused> workless = HeaderChecks.work(rules, header, hash);
        if (workless.isPresent()) {
            return workless.get();
        }
        HeaderNode parent = byHash.get(header.previous());
        if (parent == null) {
            return new HeaderOutcome.Orphan(header.previous());
        }
        Optional<HeaderOutcome.Refused> wrong = checkPlace(header, hash, parent, nowSeconds);
        return wrong.isPresent() ? wrong.get() : add(header, hash, parent);
    }

    private Optional<HeaderOutcome.Refused> checkPlace(
            BlockHeader header, BlockHash hash, HeaderNode parent, long nowSeconds) {
        long height = parent.height() + 1;
        if (height <= tipHeight() - kept) {
            return HeaderChecks.refused(
                    HeaderFault.TOO_OLD, "height " + height + ", tip " + tipHeight());
        }
        if (byHash.size() >= 2 * kept + FORGET_AT_ONCE + best.size()) {
            return HeaderChecks.refused(
                    HeaderFault.TOO_MANY_BRANCHES, byHash.size() + " headers are kept");
        }
        return checks.place(header, hash, parent, nowSeconds);
    }

    private HeaderOutcome add(BlockHeader header, BlockHash hash, HeaderNode parent) {
        BigInteger work = Target.work(Target.fromBits(header.bits()));
        HeaderNode node =
                new HeaderNode(
                        header, hash, parent.height() + 1, parent.chainWork().add(work), parent);
        byHash.put(hash, node);
        if (node.chainWork().compareTo(tip().chainWork()) <= 0) {
            return new HeaderOutcome.Aside(node.height());
        }
        HeaderOutcome switched = switchTo(node);
        if (best.size() > kept + FORGET_AT_ONCE) {
            forgetBelow(node.height() - kept);
        }
        return switched;
    }

    private HeaderOutcome switchTo(HeaderNode tip) {
        List<BlockHeader> connected = new ArrayList<>();
        HeaderNode fork = tip;
        while (!isBest(fork)) {
            connected.add(fork.header());
            fork = fork.parent();
        }
        Collections.reverse(connected);
        List<BlockHeader> disconnected = new ArrayList<>();
        while (best.lastKey() > fork.height()) {
            disconnected.add(best.pollLastEntry().getValue().header());
        }
        for (HeaderNode node = tip; node != fork; node = node.parent()) {
            best.put(node.height(), node);
        }
        return new HeaderOutcome.Best(disconnected, connected);
    }

    private boolean isBest(HeaderNode node) {
        return best.get(node.height()) == node;
    }

    private void forgetBelow(long height) {
        best.headMap(height).clear();
        byHash.values().removeIf(node -> node.height() < height || hasForkedBelow(node, height));
        best.get(height).forgetParent();
    }

    /** Branches that start below have lost for good. */
    private boolean hasForkedBelow(HeaderNode node, long height) {
        HeaderNode lower = node;
        while (lower.height() > height && !isBest(lower)) {
            lower = lower.parent();
        }
        return !isBest(lower);
    }

    /**
     * Whether a block of the best chain has a root; UNKNOWN above the tip, where it may come yet,
     * and below what is remembered.
     */
    public RootAnswer answer(RootQuery query) {
        HeaderNode node = best.get(query.height());
        if (node == null) {
            return RootAnswer.UNKNOWN;
        }
        return node.header().merkleRoot().equals(query.root()) ? RootAnswer.TRUE : RootAnswer.FALSE;
    }

    /** The root of the best chain's block at a height; empty above the tip and where forgotten. */
    public Optional<MerkleRoot> rootAt(long height) {
        return Optional.ofNullable(best.get(height)).map(node -> node.header().merkleRoot());
    }

    /**
     * Everything that is remembered, parents before children: first the best chain from its lowest
     * header up, so that it stays the best when they are taken in again in this order.
     */
    public List<BlockHeader> headers() {
        List<BlockHeader> headers = new ArrayList<>(byHash.size());
        best.values().forEach(node -> headers.add(node.header()));
        byHash.values().stream()
                .filter(node -> !isBest(node))
                .sorted(Comparator.comparingLong(HeaderNode::height))
                .forEach(node -> headers.add(node.header()));
        return headers;
    }

    /** The height of the lowest header of the best chain that is remembered. */
    public long lowestHeight() {
        return best.firstKey();
    }

    public long tipHeight() {
        return best.lastKey();
    }

    public BlockHash tipHash() {
        return tip().hash();
    }

    /**
     * What verification of unmined transactions builds on; right above the anchor the median time
     * is that of the headers that there are.
     */
    public ChainTip chainTip() {
        return new ChainTip(tipHeight(), tip().medianTimePast());
    }

    /** The work that stands above the anchor. */
    public BigInteger chainWork() {
        return tip().chainWork();
    }

    /** Headers in memory, those of losing branches among them. */
    public int size() {
        return byHash.size();
    }

    private HeaderNode tip() {
        return best.lastEntry().getValue();
    }
}

package org.brisket.simulator.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.Transaction;

/**
 * A chain of blocks with real proof of work at the easiest difficulty. It begins with the blocks of
 * a funding plan; further blocks are mined from given transactions, and may lose their place to a
 * longer branch. The same seed, plan, transactions and branches give the same blocks. Safe for
 * concurrent use.
 */
public final class SimulatedChain implements Headers {
    /** Above every real height that we know, so the two can be asked for side by side. */
    public static final long FIRST_HEIGHT = 2_000_000;

    private static final long FIRST_TIME = 1_735_689_600L;
    private static final long SECONDS_PER_BLOCK = 600;
    private static final int TREES_KEPT = 16;

    private final SeededBytes bytes;
    private final Coinbases coinbases;
    private final FundingPlan funding;
    private final List<BlockHeader> headers = new ArrayList<>();
    private final Map<Txid, FundingPlace> fundingPlaces = new HashMap<>();
    private final Map<Long, Block> mined = new HashMap<>();
    private final Map<Long, BlockTree> trees = new LinkedHashMap<>();
    private final int lastingBlocks;
    private long branch;

    private record FundingPlace(int block, int index) {}

    /** Mines the blocks of the plan; at least one block always exists. */
    public SimulatedChain(long seed, FundingPlan funding) {
        this.bytes = new SeededBytes(seed);
        this.coinbases = new Coinbases(bytes);
        this.funding = funding;
        for (int number = 0; number < funding.blocks(); number++) {
            addFunding(number);
        }
        if (headers.isEmpty()) {
            mine(List.of());
        }
        lastingBlocks = headers.size();
    }

    public SimulatedChain(long seed, FundingOptions options) {
        this(seed, new FundingPlan(seed, options));
    }

    private void addFunding(int number) {
        FundingBlock block = funding.block(number);
        append(block.tree());
        for (int index = 0; index < block.transactions().size(); index++) {
            Txid txid = block.transactions().get(index).txid();
            fundingPlaces.put(txid, new FundingPlace(number, index));
        }
    }

    public FundingPlan funding() {
        return funding;
    }

    /** The height of the newest block. */
    @Override
    public synchronized long tipHeight() {
        return FIRST_HEIGHT + headers.size() - 1;
    }

    @Override
    public synchronized Optional<BlockHeader> at(long height) {
        long index = height - FIRST_HEIGHT;
        return index < 0 || index >= headers.size()
                ? Optional.empty()
                : Optional.of(headers.get((int) index));
    }

    /** Mines a block of a coinbase and the given transactions, in their order. */
    public synchronized Block mine(List<Txid> transactions) {
        long height = FIRST_HEIGHT + headers.size();
        List<Txid> txids = new ArrayList<>(transactions.size() + 1);
        txids.add(coinbases.at(branch, height).txid());
        txids.addAll(transactions);
        BlockTree tree = new BlockTree(txids);
        Block block = new Block(height, append(tree), txids);
        mined.put(height, block);
        keep(height, tree);
        return block;
    }

    /** How many blocks from the tip down can lose their place: all but those of the plan. */
    public synchronized int deepestReorganisation() {
        return headers.size() - lastingBlocks;
    }

    /** The newest blocks, from the lowest height up, as many as could lose their place. */
    public synchronized List<Block> newest(int count) {
        requireReplaceable(count);
        List<Block> newest = new ArrayList<>(count);
        for (long height = tipHeight() - count + 1; height <= tipHeight(); height++) {
            newest.add(mined.get(height));
        }
        return newest;
    }

    /**
     * Puts a branch with more work in the place of the newest blocks.
     *
     * @param depth how many blocks lose their place
     * @param branchBlocks the transactions of each block of the branch, one block more at least
     */
    public synchronized Reorganisation reorganise(int depth, List<List<Txid>> branchBlocks) {
        List<Block> stale = newest(depth);
        if (branchBlocks.size() <= depth) {
            throw new IllegalArgumentException(
                    "a branch of "
                            + branchBlocks.size()
                            + " blocks has no more work than "
                            + depth);
        }
        for (Block block : stale) {
            headers.remove(headers.size() - 1);
            mined.remove(block.height());
            trees.remove(block.height());
        }
        branch++;
        return new Reorganisation(stale, branchBlocks.stream().map(this::mine).toList());
    }

    private void requireReplaceable(int count) {
        if (count < 1 || count > deepestReorganisation()) {
            throw new IllegalArgumentException(
                    count + " blocks to replace, must be 1.." + deepestReorganisation());
        }
    }

    private BlockHeader append(BlockTree tree) {
        int index = headers.size();
        BlockHash previous =
                index == 0
                        ? BlockHash.fromInternal(bytes.at("before the first block", 0))
                        : headers.get(index - 1).hash();
        long time = FIRST_TIME + SECONDS_PER_BLOCK * index;
        BlockHeader header = Miner.mine(previous, tree.root(), time);
        headers.add(header);
        return header;
    }

    /** The proof of the transaction at an index (0 is the coinbase) of a block made by mining. */
    public synchronized MerklePath proof(long height, int index) {
        Block block = mined.get(height);
        if (block == null) {
            throw new IllegalStateException("no block was mined at height " + height);
        }
        BlockTree tree = trees.get(height);
        if (tree == null) {
            tree = new BlockTree(block.txids());
            keep(height, tree);
        }
        return tree.path(height, index);
    }

    private void keep(long height, BlockTree tree) {
        trees.put(height, tree);
        if (trees.size() > TREES_KEPT) {
            trees.remove(trees.keySet().iterator().next());
        }
    }

    /** A transaction of the funding plan; empty for every other txid. */
    public Optional<Transaction> fundingTransaction(Txid txid) {
        return Optional.ofNullable(fundingPlaces.get(txid))
                .map(place -> funding.transaction(place.block(), place.index()));
    }

    /** The height of the block that holds a transaction of the funding plan. */
    public Optional<Long> fundingHeight(Txid txid) {
        return Optional.ofNullable(fundingPlaces.get(txid))
                .map(place -> FIRST_HEIGHT + place.block());
    }
}
